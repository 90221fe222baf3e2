skip = انتقل إلى النص
nav-site = الموقع
nav-languages = اللغات
look-dark = صفحات داكنة
key-points = أهم النقاط
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
withheld = محجوب
withheld-page = محجوب: لا يرى القراء هذه الصفحة. تُعرض لأن المسودات طُلبت.
withheld-shown = تُعرض هنا مسودات لا يراها القراء. كل ما هو محجوب مُعلَّم، وهو محسوب أيضًا.
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
conference-feed = موجز بما تغيّر كل يوم
moved = ما الذي تغيّر
moved-on = ما الذي تغيّر في { $date }
moved-changed = مواقف تغيّرت
moved-new = مواقف جديدة
moved-to = ثم
moved-arrow = ←
issue = مسألة
issues-help = ما تجادل فيه المؤتمر تحت اسم خاص به، مع البنود المعنية.
clauses-concerned = البنود المعنية
statements-by-day = يوما بيوم
via-issues = ما قيل في مسألة تعنيه
via-issues-help = تسمّي هذه البيانات المسألة لا البند، وتُحتسب على حدة.
on-the-issue = في مسألة
backlinks = أُشير إليه لاحقا
glossary = مسرد المصطلحات
glossary-help = كلمات هذا المؤتمر. يُشرح أول استعمال لها في كل تقرير ويقود إلى هنا.
not-used = لم يُستعمل في أي تقرير بعد.
newest-statements-shown = هنا أحدث البيانات، ولكل يوم صفحة بجميع بياناته.
more-on-issue = هذه أحدثها، وفي صفحة المسألة المزيد.
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
via-issues-count = { $count ->
    [zero] لا شيء آخر في مسائله
    [one] وبيان واحد في مسائله
    [two] وبيانان في مسائله
    [few] و{ $count } بيانات في مسائله
    [many] و{ $count } بيانا في مسائله
   *[other] و{ $count } بيان في مسائله
}
readings-count = { $count ->
    [zero] لا قراءات للكاتب
    [one] قراءة واحدة للكاتب
    [two] قراءتان للكاتب
    [few] { $count } قراءات للكاتب
    [many] { $count } قراءة للكاتب
   *[other] { $count } قراءة للكاتب
}
used-in = { $count ->
    [zero] لم يُستعمل في أي تقرير
    [one] أول استعمال، في تقرير واحد:
    [two] أول استعمال، في تقريرين:
    [few] أول استعمال، في { $count } تقارير:
    [many] أول استعمال، في { $count } تقريرا:
   *[other] أول استعمال، في { $count } تقرير:
}
date-long = { $day } { $month } { $year }
date-day = { $weekday }، { $day } { $month } { $year }
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
except = باستثناء
since-date = منذ { $date }
on-date = في { $date }
list-comma = ،{" "}
colon = :{" "}
no-subject = لا على بند ولا على مسألة
stance-was-supports = أيّد
stance-was-opposes = عارض
stance-was-amends = طلب تعديلا
stance-was-reserves = تحفّظ
stance-was-questions = تساءل
stance-was-notes = أحاط علما
spoken-for = باسم مجموعة
spoken-for-help = بيانات ألقاها باسم مجموعة. هي بيانات المجموعة وتُحتسب لها.
via = عبر مجموعاته
via-help = ما قالته مجموعات في أيام كان عضوا فيها. كل سطر يقود إلى نصه. لا يُحتسب ذلك من بياناته.
via-group = عبر
dissociated = نأى بنفسه عن
dissociated-help = بيانات مجموعة قال إنها لا تتكلم باسمه.
dissociations = أعضاء نأوا بأنفسهم
speakers = من تكلم باسمها
summary-shown = هنا أكثر مما تسعه صفحة واحدة. تجد هنا الموقف القائم من كل بند وأحدث ما ورد، ولكل سنة صفحاتها الكاملة.
newest-statements = أحدث البيانات
more-subjects = { $count ->
    [zero] لا بنود أو مسائل أخرى.
    [one] بند أو مسألة أخرى في صفحات السنوات.
    [two] اثنان آخران من البنود والمسائل في صفحات السنوات.
    [few] { $count } بنود ومسائل أخرى في صفحات السنوات.
    [many] { $count } بندا ومسألة أخرى في صفحات السنوات.
   *[other] { $count } بند ومسألة أخرى في صفحات السنوات.
}
year-parts = أجزاء السنة
year-part = الجزء { $number }
mentions-short = الإشارات
activity = النشاط عبر الزمن
activity-span = من { $from } إلى { $until }.
activity-per-day = بحسب اليوم
activity-per-week = بحسب الأسبوع
activity-per-month = بحسب الشهر
activity-per-year = بحسب السنة
activity-per-years = بحسب عدة سنوات
activity-peak-day = الذروة { $date }: { $count }.
activity-peak-week = الذروة في الأسبوع الذي يبدأ { $date }: { $count }.
activity-peak-month = الذروة في { $date }: { $count }.
activity-peak-year = الذروة في { $date }: { $count }.
activity-peak-years = الذروة ابتداء من { $date }: { $count }.
figures = الأرقام
period-day = اليوم
period-week = الأسبوع الذي يبدأ
period-month = الشهر
period-year = السنة
period-years = السنوات ابتداء من
date-week = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-years = { $year }
no-own-statements = لم يُسجَّل هنا أي بيان خاص به.
spoken-for-count = { $count ->
    [zero] لا بيانات باسم مجموعات
    [one] بيان واحد باسم مجموعة
    [two] بيانان باسم مجموعات
    [few] { $count } بيانات باسم مجموعات
    [many] { $count } بيانا باسم مجموعات
   *[other] { $count } بيان باسم مجموعات
}
via-count = { $count ->
    [zero] لا بيانات عبر مجموعاته
    [one] بيان واحد عبر مجموعاته
    [two] بيانان عبر مجموعاته
    [few] { $count } بيانات عبر مجموعاته
    [many] { $count } بيانا عبر مجموعاته
   *[other] { $count } بيان عبر مجموعاته
}
matrix = جدول المواقف
matrix-help = من يتخذ أي موقف بشأن أي بند
matrix-of = المواقف بشأن { $what }
matrix-issues = المواقف بحسب المسألة
matrix-by-issue = بحسب المسألة
matrix-caption = أحدث موقف لكل وفد بشأن كل بند في { $conference }
matrix-summary = عدد الوفود: { $delegations ->
    [zero] لا وفود
    [one] وفد واحد
    [two] وفدان
    [few] { $delegations } وفود
    [many] { $delegations } وفدا
   *[other] { $delegations } وفد
}، والمواقف: { $positions ->
    [zero] لا مواقف
    [one] موقف واحد
    [two] موقفان
    [few] { $positions } مواقف
    [many] { $positions } موقفا
   *[other] { $positions } موقف
}، والبنود والمسائل: { $columns ->
    [zero] لا شيء
    [one] بند واحد أو مسألة واحدة
    [two] اثنان
    [few] { $columns }
    [many] { $columns }
   *[other] { $columns }
}.
matrix-holders = { $delegations ->
    [zero] لم يتخذ أي وفد موقفا هنا.
    [one] اتخذ وفد واحد موقفا هنا.
    [two] اتخذ وفدان موقفا هنا.
    [few] اتخذت { $delegations } وفود موقفا هنا.
    [many] اتخذ { $delegations } وفدا موقفا هنا.
   *[other] اتخذ { $delegations } وفد موقفا هنا.
}
matrix-spoken = { $count ->
    [zero] لم يتكلم أحد دون اتخاذ موقف.
    [one] تكلم وفد دون اتخاذ موقف مرة واحدة.
    [two] تكلم وفد دون اتخاذ موقف مرتين.
    [few] تكلم وفد دون اتخاذ موقف { $count } مرات.
    [many] تكلم وفد دون اتخاذ موقف { $count } مرة.
   *[other] تكلم وفد دون اتخاذ موقف { $count } مرة.
}
matrix-only-spoke = { $count ->
    [zero] لم يتكلم أحد هنا دون اتخاذ موقف.
    [one] وتكلم وفد واحد هنا دون اتخاذ موقف.
    [two] وتكلم وفدان هنا دون اتخاذ موقف.
    [few] وتكلمت { $count } وفود هنا دون اتخاذ موقف.
    [many] وتكلم { $count } وفدا هنا دون اتخاذ موقف.
   *[other] وتكلم { $count } وفد هنا دون اتخاذ موقف.
}
matrix-picture = الكل في لمحة
matrix-picture-help = الصفوف وفود، والأعمدة بنود بترتيب النص. كل علامة موقف أو كلام دون موقف، والجداول أدناه تقود من كل موقف إلى الفقرة التي تتضمنه.
matrix-contested = الأكثر خلافا
matrix-cuts = بندا بندا
matrix-below = أجزاؤه
matrix-table = الجدول
matrix-list = الشيء نفسه في قائمة
matrix-to-list = انتقل إلى الشيء نفسه في قائمة
matrix-key = مفتاح الرموز
matrix-filter = التصفية بحسب المجموعة
matrix-filter-help = الأعضاء كما في أيام المؤتمر. ما قالته المجموعة في صفها هي.
matrix-all = الكل
matrix-find = ابحث عن وفد
matrix-part = الوفود، الجزء { $part } من { $parts }
matrix-previous = الوفود السابقة
matrix-next = الوفود التالية
matrix-spoke = تكلم دون اتخاذ موقف
matrix-spoke-key = تكلم عنه دون اتخاذ موقف
matrix-silent = صامت
matrix-silent-key = صامت: تكلم في المؤتمر ولم يتكلم عن هذا
matrix-uncovered = غير مغطى
matrix-uncovered-key = غير مغطى: لا تتضمن تقاريرنا موقفا لأحد منه
matrix-changed-key = اتخذ أكثر من موقف، والقائمة تبين أيها ومتى
matrix-cell = { $who }، { $on }: { $stance }، { $date }
matrix-cell-changed = { $who }، { $on }: { $stance }، { $date }؛ كان له موقف آخر من قبل
matrix-on = بشأن { $what }
matrix-before = قبل ذلك:
matrix-more = { $count ->
    [zero] ولا شيء قبلها
    [one] وواحد أقدم
    [two] واثنان أقدم
    [few] و{ $count } أقدم
    [many] و{ $count } أقدم
   *[other] و{ $count } أقدم
}
matrix-folded = { $count ->
    [zero] لا وفود صامتة هنا
    [one] صامت هنا مع أنه تكلم في المؤتمر: وفد واحد
    [two] صامتان هنا مع أنهما تكلما في المؤتمر: وفدان
    [few] صامتة هنا مع أنها تكلمت في المؤتمر: { $count } وفود
    [many] صامتة هنا مع أنها تكلمت في المؤتمر: { $count } وفدا
   *[other] صامتة هنا مع أنها تكلمت في المؤتمر: { $count } وفد
}
matrix-not-covered = { $count ->
    [zero] لا بنود
    [one] بند واحد لا تتضمن تقاريرنا موقفا منه
    [two] بندان لا تتضمن تقاريرنا موقفا منهما
    [few] { $count } بنود لا تتضمن تقاريرنا موقفا منها
    [many] { $count } بندا لا تتضمن تقاريرنا موقفا منها
   *[other] { $count } بند لا تتضمن تقاريرنا موقفا منها
}
matrix-issues-not-covered = { $count ->
    [zero] لا مسائل
    [one] مسألة واحدة لا تتضمن تقاريرنا موقفا منها
    [two] مسألتان لا تتضمن تقاريرنا موقفا منهما
    [few] { $count } مسائل لا تتضمن تقاريرنا موقفا منها
    [many] { $count } مسألة لا تتضمن تقاريرنا موقفا منها
   *[other] { $count } مسألة لا تتضمن تقاريرنا موقفا منها
}
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
speakers-map-range = عدد البيانات: من { $from } إلى { $to }
speakers-map-open = عدد البيانات: { $from } أو أكثر
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

# A clause under the number it had then
now-clause = الآن

# ما قيل عن بند
said-by-day = ما قيل، يوما بيوم
clause-summary-shown = هناك أكثر مما تسعه صفحة واحدة. هنا المواقف الحالية وأحدث البيانات؛ ولكل سنة صفحات فيها كل شيء.
more-holders = { $count ->
    [zero] ولا أحد غيرهم
    [one] وواحد آخر
    [two] واثنان آخران
    [few] و{ $count } آخرون
    [many] و{ $count } آخر
   *[other] و{ $count } آخر
}
more-days = { $count ->
    [zero] لا أيام سابقة.
    [one] ليوم سابق واحد صفحته.
    [two] ليومين سابقين صفحتاهما.
    [few] لكل من { $count } أيام سابقة صفحته.
    [many] لكل من { $count } يوما سابقا صفحته.
   *[other] لكل من { $count } يوم سابق صفحته.
}
dissociated-count = { $count ->
    [zero] لم ينأ بنفسه قط
    [one] نأى بنفسه مرة واحدة
    [two] نأى بنفسه مرتين
    [few] نأى بنفسه { $count } مرات
    [many] نأى بنفسه { $count } مرة
   *[other] نأى بنفسه { $count } مرة
}
search = بحث
search-label = البحث في التقارير
search-help = كلمات أو بلد أو بند مثل «المادة 6» أو «6(3)». تنقلك مفاتيح الأسهم بين النتائج.
search-needs = يحتاج البحث إلى برنامج نصي يعمل وإلى خادم ويب تأتي منه هذه الصفحة. تقودك القوائم أدناه إلى جميع التقارير.
search-failed = تعذرت قراءة فهرس البحث. تقودك القوائم أدناه إلى جميع التقارير.
search-none = لا يوجد تقرير يضم كل هذه الكلمات.
search-passage = الفقرة { $number }
search-narrow = تضييق النتائج
search-country = البلد أو المجموعة
search-conference = المؤتمر
search-stance = الموقف
search-any = الكل
search-from = من
search-until = إلى
search-clear = مسح الكل
search-slash = يقود المفتاح / إلى هنا من كل صفحة
search-more = مزيد من النتائج
search-browse = من دون بحث

# The print edition
print-edition = طبعة للطباعة
print-part = الجزء { $part } من { $parts }
print-parts = الأجزاء
print-contents = المحتويات
print-clauses = فهرس البنود
print-delegations = فهرس البلدان والمجموعات
print-index-help = الأيام والفقرات؛ والبيانات بخط غليظ. وأرقام البنود هي أرقامها في أحدث مشروع.
print-help = جميع التقارير في وثيقة واحدة للطباعة أو للحفظ بصيغة PDF. وعلى الموقع:
