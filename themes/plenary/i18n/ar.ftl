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
speakers-map = من تكلم، على الخريطة
speakers-map-alt = خريطة العالم. { $countries ->
    [zero] لم يتكلم أي بلد
    [one] تكلم بلد واحد
    [two] تكلم بلدان
    [few] تكلمت { $countries } بلدان
    [many] تكلم { $countries } بلدا
   *[other] تكلم { $countries } بلد
}؛ والأكثر بيانات: { $most } ({ $statements }). والجدول المجاور يسميها.
speakers-map-note = الحدود كما في Natural Earth، ولا يعبّر ذلك عن أي رأي في شأن أي إقليم. البلد الصغير نقطة.
speakers-map-latest = الأحدث
speakers-map-own = بيانات باسم البلد نفسه: دون ما قيل باسم مجموعة ودون قراءات الكاتب.
speakers-map-range = من { $from } إلى { $to } بيانات
speakers-map-open = { $from } بيانات أو أكثر
speakers-map-countries = { $count ->
    [zero] لا بلدان
    [one] بلد واحد
    [two] بلدان
    [few] { $count } بلدان
    [many] { $count } بلدا
   *[other] { $count } بلد
}
speakers-map-more = { $count ->
    [zero] ولا بلدان أخرى
    [one] وبلد آخر
    [two] وبلدان آخران
    [few] و{ $count } بلدان أخرى
    [many] و{ $count } بلدا آخر
   *[other] و{ $count } بلد آخر
}
speakers-map-others = وتكلم أيضا:
speakers-map-others-more = { $count ->
    [zero] ولا أحد غيرهم
    [one] وواحد آخر
    [two] واثنان آخران
    [few] و{ $count } آخرون
    [many] و{ $count } آخر
   *[other] و{ $count } آخر
}
