skip = انتقل إلى النص
nav-site = الموقع
nav-languages = اللغات
nav-crumbs = أنت هنا
nav-days = الأيام
nav-reports = التقارير
home = الرئيسية
countries = البلدان
clauses = البنود
clause = البند
groups = المجموعات
organisations = المنظمات والمراقبون
feed = موجز
made-with = أُعدّ بواسطة rapporteur
newest = أحدث التقارير
conferences = المؤتمرات
reports = التقارير
days = يوما بيوم
issues = المسائل
instruments = الصكوك
drafts = المشاريع
members = الأعضاء
parts = الأجزاء
who-spoke = الأكثر كلاما
what-discussed = الأكثر مناقشة
all-countries = جميع البلدان والمجموعات
all-clauses = جميع البنود
statements = البيانات
statements-by-clause = البيانات بحسب البند
statements-by-stance = من يتخذ أي موقف
readings = قراءة الكاتب
readings-help = ما فهمه المقرر من سلوك وفد ما. لا تُحتسب هذه القراءات مواقف.
mentions = الإشارات في سياقها
newest-shown = هنا أحدث الإشارات، ولكل سنة صفحتها.
years = بحسب السنة
table-of-clauses = جميع البنود
text-in-drafts = النص في كل مشروع
no-reports = لا تقارير بعد.
no-statements = لم يُسجَّل هنا أي بيان.
no-mentions = لا يذكره أي تقرير.
no-instruments = لا صكوك بعد.
no-drafts = لا مشاريع بعد.
no-stance = تكلم دون اتخاذ موقف
no-attribution = دون إسناد
on-behalf-of = باسم
listed = أدرجه كاتب التقرير
not-translated = لم يُترجم هذا النص، وهو هنا بلغته الأصلية.
corrections = تصويبات
about-report = عن هذا التقرير
on-this-page = في هذه الصفحة
previous-day = اليوم السابق
next-day = اليوم التالي
previous-report = السابق
next-report = التالي
since = منذ
until = حتى
not-found = الصفحة غير موجودة
not-found-help = لا شيء في هذا العنوان. هذه مداخل الموقع:
session-morning = الصباح
session-afternoon = بعد الظهر
session-evening = المساء
kind-country = بلد
kind-group = مجموعة
kind-organisation = منظمة
kind-observer = مراقب
stance-supports = يؤيد
stance-opposes = يعارض
stance-amends = يطلب تعديلا
stance-reserves = يتحفظ
stance-questions = يتساءل
stance-notes = يحيط علما
voice-quoted = اقتباس
voice-reported = قول منقول
voice-author = قراءة الكاتب
reports-count = { $count ->
    [zero] لا تقارير
    [one] تقرير واحد
    [two] تقريران
    [few] { $count } تقارير
    [many] { $count } تقريرا
   *[other] { $count } تقرير
}
statements-count = { $count ->
    [zero] لا بيانات
    [one] بيان واحد
    [two] بيانان
    [few] { $count } بيانات
    [many] { $count } بيانا
   *[other] { $count } بيان
}
mentions-count = { $count ->
    [zero] لا إشارات
    [one] إشارة واحدة
    [two] إشارتان
    [few] { $count } إشارات
    [many] { $count } إشارة
   *[other] { $count } إشارة
}
delegations-count = { $count ->
    [zero] لم يُذكر أي وفد
    [one] ذُكر وفد واحد
    [two] ذُكر وفدان
    [few] ذُكرت { $count } وفود
    [many] ذُكر { $count } وفدا
   *[other] ذُكر { $count } وفد
}
drafts-count = { $count ->
    [zero] لا مشاريع
    [one] مشروع واحد
    [two] مشروعان
    [few] { $count } مشاريع
    [many] { $count } مشروعا
   *[other] { $count } مشروع
}
clauses-count = { $count ->
    [zero] لا بنود
    [one] بند واحد
    [two] بندان
    [few] { $count } بنود
    [many] { $count } بندا
   *[other] { $count } بند
}
date-long = { $day } { $month } { $year }
date-day = { $weekday } { $day } { $month } { $year }
date-short = { $day } { $monthshort }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
month-short-1 = يناير
month-short-2 = فبراير
month-short-3 = مارس
month-short-4 = أبريل
month-short-5 = مايو
month-short-6 = يونيو
month-short-7 = يوليو
month-short-8 = أغسطس
month-short-9 = سبتمبر
month-short-10 = أكتوبر
month-short-11 = نوفمبر
month-short-12 = ديسمبر
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
# مقارنة المشاريع
what-changed = ما الذي تغيّر
list-of-changes = قائمة التغييرات
clause-by-clause = بندا بندا
all-changes = جميع التغييرات بين هذين المشروعين
other-comparisons = مقارنات أخرى
side-by-side = المشروعان جنبا إلى جنب
opening-words = النص السابق للبند الأول
own-words = النص الافتتاحي
was-clause = سابقا
inserted = مضاف:
deleted = محذوف:
left-out = فقرات لم تتغير
not-in-draft = ليس في هذا المشروع
unchanged-since = بلا تغيير منذ
changed-since = ما تغيّر منذ
previous-clause = السابق
next-clause = التالي
change-added = أضيف
change-removed = حُذف
change-moved = أعيد ترقيمه
change-changed = تغيّر
change-unchanged = لم يتغيّر
brackets-change = الأقواس { $before } ← { $now }
options-change = الخيارات { $before } ← { $now }
brackets-count = { $count ->
    [zero] لا أقواس
    [one] قوس واحد
    [two] قوسان
    [few] { $count } أقواس
    [many] { $count } قوسا
   *[other] { $count } قوس
}
options-count = { $count ->
    [zero] لا خيارات
    [one] خيار واحد
    [two] خياران
    [few] { $count } خيارات
    [many] { $count } خيارا
   *[other] { $count } خيار
}
words-inserted = { $count ->
    [zero] لم تُضف كلمات
    [one] أضيفت كلمة واحدة
    [two] أضيفت كلمتان
    [few] { $count } كلمات مضافة
    [many] { $count } كلمة مضافة
   *[other] { $count } كلمة مضافة
}
words-deleted = { $count ->
    [zero] لم تُحذف كلمات
    [one] حُذفت كلمة واحدة
    [two] حُذفت كلمتان
    [few] { $count } كلمات محذوفة
    [many] { $count } كلمة محذوفة
   *[other] { $count } كلمة محذوفة
}
clauses-added = { $count ->
    [zero] لم يُضف أي بند
    [one] أضيف بند واحد
    [two] أضيف بندان
    [few] { $count } بنود مضافة
    [many] { $count } بندا مضافا
   *[other] { $count } بند مضاف
}
clauses-removed = { $count ->
    [zero] لم يُحذف أي بند
    [one] حُذف بند واحد
    [two] حُذف بندان
    [few] { $count } بنود محذوفة
    [many] { $count } بندا محذوفا
   *[other] { $count } بند محذوف
}
clauses-moved = { $count ->
    [zero] لم يُعد ترقيم أي بند
    [one] أعيد ترقيم بند واحد
    [two] أعيد ترقيم بندين
    [few] { $count } بنود أعيد ترقيمها
    [many] { $count } بندا أعيد ترقيمها
   *[other] { $count } بند أعيد ترقيمها
}
clauses-changed = { $count ->
    [zero] لم يتغير أي بند
    [one] تغيّر بند واحد
    [two] تغيّر بندان
    [few] { $count } بنود تغيّرت
    [many] { $count } بندا تغيّرت
   *[other] { $count } بند تغيّرت
}
clauses-unchanged = { $count ->
    [zero] لا بنود بلا تغيير
    [one] بند واحد بلا تغيير
    [two] بندان بلا تغيير
    [few] { $count } بنود بلا تغيير
    [many] { $count } بندا بلا تغيير
   *[other] { $count } بند بلا تغيير
}
