skip = Перейти к тексту
nav-site = Сайт
nav-languages = Языки
look-dark = Тёмные страницы
key-points = Главное
nav-crumbs = Вы находитесь здесь
nav-days = Дни
nav-reports = Отчеты
home = Главная
countries = Страны
clauses = Положения
clause = Положение
groups = Группы
organisations = Организации и наблюдатели
feed = Лента
made-with = Создано с помощью rapporteur
newest = Последние отчеты
conferences = Конференции
reports = Отчеты
days = По дням
issues = Вопросы
instruments = Документы
drafts = Проекты
members = Члены
parts = Части
who-spoke = Кто выступал чаще всего
what-discussed = Что обсуждалось больше всего
all-countries = Все страны и группы
all-clauses = Все положения
statements = Выступления
statements-by-clause = Выступления по положениям
statements-by-stance = Кто какой позиции придерживается
readings = Толкование автора
readings-help = Как составитель отчета понял поведение делегации. Эти толкования не учитываются как позиции.
mentions = Упоминания в контексте
newest-shown = Здесь приведены последние упоминания; у каждого года есть страница со всеми его упоминаниями.
years = По годам
table-of-clauses = Все положения
text-in-drafts = Текст в каждом проекте
no-reports = Отчетов пока нет.
no-statements = Выступлений здесь не зафиксировано.
no-mentions = Ни в одном отчете не упоминается.
no-instruments = Документов пока нет.
no-drafts = Проектов пока нет.
no-stance = Выступление без изложения позиции
no-attribution = Без указания делегации
on-behalf-of = от имени:
listed = Указано автором отчета
withheld = Не опубликовано
withheld-page = Не опубликовано: читатели не видят эту страницу. Она показана, потому что запрошены черновики.
withheld-shown = Здесь показаны черновики, которых читатели не видят. Неопубликованное отмечено и тоже учтено.
not-translated = Этот текст не переведен и приводится на языке оригинала.
corrections = Исправления
about-report = Об этом отчете
on-this-page = На этой странице
previous-day = Предыдущий день
next-day = Следующий день
previous-report = Предыдущий
next-report = Следующий
since = с
until = по
not-found = Страница не найдена
not-found-help = По этому адресу ничего нет. Вот разделы сайта:
session-morning = Утро
session-afternoon = День
session-evening = Вечер
kind-country = Страна
kind-group = Группа
kind-organisation = Организация
kind-observer = Наблюдатель
stance-supports = поддерживает
stance-opposes = возражает
stance-amends = просит внести изменения
stance-reserves = резервирует свою позицию
stance-questions = выражает сомнения
stance-notes = принимает к сведению
voice-quoted = цитата
voice-reported = в изложении отчета
voice-author = толкование автора
conference-feed = Лента изменений по дням
moved = Что изменилось
moved-on = Что изменилось { $date }
moved-changed = Изменились
moved-new = Новые
moved-to = затем
moved-arrow = →
issue = Вопрос
issues-help = О чем на конференции спорили под отдельным названием, с указанием соответствующих положений.
clauses-concerned = Соответствующие положения
statements-by-day = По дням
via-issues = Сказано по вопросу, который его касается
via-issues-help = В этих выступлениях назван вопрос, а не положение. Они учитываются отдельно.
on-the-issue = По вопросу
backlinks = Отчеты, в которых есть ссылка на этот
glossary = Глоссарий
glossary-help = Термины этой конференции. Первое употребление в каждом отчете поясняется и ведет сюда.
not-used = Пока не встречается ни в одном отчете.
newest-statements-shown = Здесь приведены последние выступления; на странице каждого дня собраны все его выступления.
more-on-issue = Это последние выступления; остальные — на странице вопроса.
reports-count = { $count ->
    [one] { $count } отчет
    [few] { $count } отчета
    [many] { $count } отчетов
   *[other] { $count } отчета
}
statements-count = { $count ->
    [one] { $count } выступление
    [few] { $count } выступления
    [many] { $count } выступлений
   *[other] { $count } выступления
}
mentions-count = { $count ->
    [one] { $count } упоминание
    [few] { $count } упоминания
    [many] { $count } упоминаний
   *[other] { $count } упоминания
}
delegations-count = { $count ->
    [one] Упомянута { $count } делегация
    [few] Упомянуты { $count } делегации
    [many] Упомянуто { $count } делегаций
   *[other] Упомянуто { $count } делегации
}
drafts-count = { $count ->
    [one] { $count } проект
    [few] { $count } проекта
    [many] { $count } проектов
   *[other] { $count } проекта
}
clauses-count = { $count ->
    [one] { $count } положение
    [few] { $count } положения
    [many] { $count } положений
   *[other] { $count } положения
}
via-issues-count = { $count ->
    [one] и еще { $count } по его вопросам
    [few] и еще { $count } по его вопросам
    [many] и еще { $count } по его вопросам
   *[other] и еще { $count } по его вопросам
}
readings-count = { $count ->
    [one] { $count } толкование автора
    [few] { $count } толкования автора
    [many] { $count } толкований автора
   *[other] { $count } толкования автора
}
used-in = { $count ->
    [one] Первое употребление, в { $count } отчете:
    [few] Первые употребления, в { $count } отчетах:
    [many] Первые употребления, в { $count } отчетах:
   *[other] Первые употребления, в { $count } отчета:
}
date-long = { $day } { $month } { $year } г.
date-day = { $weekday }, { $day } { $month } { $year } г.
date-short = { $day } { $monthshort }
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
month-short-1 = янв.
month-short-2 = февр.
month-short-3 = мар.
month-short-4 = апр.
month-short-5 = мая
month-short-6 = июн.
month-short-7 = июл.
month-short-8 = авг.
month-short-9 = сент.
month-short-10 = окт.
month-short-11 = нояб.
month-short-12 = дек.
weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье
except = за исключением:
since-date = с { $date }
on-date = { $date }
list-comma = ,{" "}
colon = :{" "}
no-subject = Ни по положению, ни по вопросу
stance-was-supports = поддерживала
stance-was-opposes = возражала
stance-was-amends = просила внести изменения
stance-was-reserves = резервировала свою позицию
stance-was-questions = выражала сомнения
stance-was-notes = принимала к сведению
spoken-for = От имени группы
spoken-for-help = Выступления этой делегации от имени группы. Они принадлежат группе и учитываются у нее.
via = Через свои группы
via-help = Что говорили группы в те дни, когда делегация в них входила. Каждая строка ведет к соответствующим словам. Собственными выступлениями они не считаются.
via-group = через:
dissociated = Отмежевание от выступлений
dissociated-help = Выступления группы, о которых делегация заявила, что они сделаны не от ее имени.
dissociations = Отмежевавшиеся члены
speakers = Кто выступал от ее имени
summary-shown = Здесь больше материала, чем вмещает одна страница. Приведены действующая позиция по каждому положению и последние материалы; у каждого года есть страницы со всем материалом.
newest-statements = Последние выступления
more-subjects = { $count ->
    [one] Еще { $count } положение или вопрос — на страницах годов.
    [few] Еще { $count } положения и вопроса — на страницах годов.
    [many] Еще { $count } положений и вопросов — на страницах годов.
   *[other] Еще { $count } положения и вопроса — на страницах годов.
}
year-parts = Части года
year-part = Часть { $number }
mentions-short = Упоминания
activity = Активность по времени
activity-span = с { $from } по { $until }
activity-per-day = По дням
activity-per-week = По неделям
activity-per-month = По месяцам
activity-per-year = По годам
activity-per-years = По нескольким годам
activity-peak-day = Больше всего — { $date }: { $count }.
activity-peak-week = Больше всего за неделю с { $date }: { $count }.
activity-peak-month = Больше всего за месяц ({ $date }): { $count }.
activity-peak-year = Больше всего за год ({ $date }): { $count }.
activity-peak-years = Больше всего за годы начиная с { $date }: { $count }.
figures = Цифры
period-day = День
period-week = Неделя с
period-month = Месяц
period-year = Год
period-years = Годы начиная с
date-week = { $day } { $month } { $year } г.
# Месяц без числа стоит в именительном падеже.
date-month = { $monthnumber ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
} { $year } г.
date-year = { $year }
date-years = { $year }
no-own-statements = Собственных выступлений не было.
spoken-for-count = { $count ->
    [one] { $count } выступление от имени группы
    [few] { $count } выступления от имени групп
    [many] { $count } выступлений от имени групп
   *[other] { $count } выступления от имени групп
}
via-count = { $count ->
    [one] { $count } через свои группы
    [few] { $count } через свои группы
    [many] { $count } через свои группы
   *[other] { $count } через свои группы
}
matrix = Таблица позиций
matrix-help = Кто какой позиции придерживается по каждому положению
matrix-of = Позиции: { $what }
matrix-issues = Позиции по вопросам
matrix-by-issue = По вопросам
matrix-caption = Последняя позиция каждой делегации по каждому положению: { $conference }
matrix-summary = Занятые позиции: { $delegations ->
    [one] { $delegations } делегация
    [few] { $delegations } делегации
    [many] { $delegations } делегаций
   *[other] { $delegations } делегации
}; { $positions ->
    [one] { $positions } позиция
    [few] { $positions } позиции
    [many] { $positions } позиций
   *[other] { $positions } позиции
}; { $columns ->
    [one] { $columns } положение или вопрос.
    [few] { $columns } положения и вопроса.
    [many] { $columns } положений и вопросов.
   *[other] { $columns } положения и вопроса.
}
matrix-holders = { $delegations ->
    [0] Ни одна делегация не заняла здесь позиции.
    [one] Позицию здесь заняла { $delegations } делегация.
    [few] Позицию здесь заняли { $delegations } делегации.
    [many] Позицию здесь заняли { $delegations } делегаций.
   *[other] Позицию здесь заняли { $delegations } делегации.
}
matrix-spoken = { $count ->
    [one] { $count } раз делегация выступила, не заняв позиции.
    [few] { $count } раза делегация выступила, не заняв позиции.
    [many] { $count } раз делегация выступила, не заняв позиции.
   *[other] { $count } раза делегация выступила, не заняв позиции.
}
matrix-only-spoke = { $count ->
    [one] { $count } делегация выступила здесь, не заняв позиции.
    [few] { $count } делегации выступили здесь, не заняв позиции.
    [many] { $count } делегаций выступили здесь, не заняв позиции.
   *[other] { $count } делегации выступили здесь, не заняв позиции.
}
matrix-picture = Общая картина
matrix-picture-help = Строки — делегации, столбцы — положения в порядке текста. Каждый знак означает позицию или выступление без позиции; таблицы ниже ведут от каждого знака к пункту, в котором это сказано.
matrix-contested = Наиболее спорные
matrix-cuts = По положениям
matrix-below = Его части
matrix-table = Таблица
matrix-list = То же в виде списка
matrix-to-list = Перейти к тому же в виде списка
matrix-key = Условные обозначения
matrix-filter = Отбор по группе
matrix-filter-help = Состав групп — на дни конференции. Сказанное группой стоит в строке самой группы.
matrix-all = Все
matrix-find = Найти делегацию
matrix-part = Делегации, часть { $part } из { $parts }
matrix-previous = Предыдущие делегации
matrix-next = Следующие делегации
matrix-spoke = выступление без изложения позиции
matrix-spoke-key = выступление по этому положению без изложения позиции
matrix-silent = молчание
matrix-silent-key = молчание: делегация выступала на конференции, но не по этому положению
matrix-uncovered = не освещено
matrix-uncovered-key = не освещено: в наших отчетах нет ни одной позиции по этому положению
matrix-changed-key = позиция менялась; в списке указано, какой она была и когда
matrix-cell = { $who }, { $on }: { $stance }, { $date }
matrix-cell-changed = { $who }, { $on }: { $stance }, { $date }; ранее позиция была иной
matrix-on = по: { $what }
matrix-before = ранее:
matrix-more = { $count ->
    [one] и еще { $count } более ранняя
    [few] и еще { $count } более ранние
    [many] и еще { $count } более ранних
   *[other] и еще { $count } более ранней
}
matrix-folded = { $count ->
    [one] Не выступала здесь, хотя выступала на конференции: { $count } делегация
    [few] Не выступали здесь, хотя выступали на конференции: { $count } делегации
    [many] Не выступали здесь, хотя выступали на конференции: { $count } делегаций
   *[other] Не выступали здесь, хотя выступали на конференции: { $count } делегации
}
matrix-not-covered = { $count ->
    [one] { $count } положение, по которому в наших отчетах нет позиций
    [few] { $count } положения, по которым в наших отчетах нет позиций
    [many] { $count } положений, по которым в наших отчетах нет позиций
   *[other] { $count } положения, по которым в наших отчетах нет позиций
}
matrix-issues-not-covered = { $count ->
    [one] { $count } вопрос, по которому в наших отчетах нет позиций
    [few] { $count } вопроса, по которым в наших отчетах нет позиций
    [many] { $count } вопросов, по которым в наших отчетах нет позиций
   *[other] { $count } вопроса, по которым в наших отчетах нет позиций
}
# Сравнение проектов
what-changed = Что изменилось
list-of-changes = Перечень изменений
clause-by-clause = По положениям
all-changes = Все изменения между этими двумя проектами
other-comparisons = Другие сравнения
side-by-side = Оба проекта рядом
opening-words = Текст перед первым положением
own-words = вводный текст
was-clause = ранее
inserted = добавлено:
deleted = исключено:
left-out = пункты без изменений
not-in-draft = В этом проекте отсутствует
unchanged-since = Без изменений с
changed-since = Что изменилось с
previous-clause = Предыдущее
next-clause = Следующее
change-added = Добавлено
change-removed = Исключено
change-moved = Изменен номер
change-changed = Изменено
change-unchanged = Без изменений
brackets-change = скобки { $before } → { $now }
options-change = варианты { $before } → { $now }
brackets-count = { $count ->
    [one] { $count } формулировка в квадратных скобках
    [few] { $count } формулировки в квадратных скобках
    [many] { $count } формулировок в квадратных скобках
   *[other] { $count } формулировки в квадратных скобках
}
options-count = { $count ->
    [one] { $count } вариант
    [few] { $count } варианта
    [many] { $count } вариантов
   *[other] { $count } варианта
}
words-inserted = { $count ->
    [one] добавлено { $count } слово
    [few] добавлено { $count } слова
    [many] добавлено { $count } слов
   *[other] добавлено { $count } слова
}
words-deleted = { $count ->
    [one] исключено { $count } слово
    [few] исключено { $count } слова
    [many] исключено { $count } слов
   *[other] исключено { $count } слова
}
clauses-added = { $count ->
    [one] добавлено { $count } положение
    [few] добавлено { $count } положения
    [many] добавлено { $count } положений
   *[other] добавлено { $count } положения
}
clauses-removed = { $count ->
    [one] исключено { $count } положение
    [few] исключено { $count } положения
    [many] исключено { $count } положений
   *[other] исключено { $count } положения
}
clauses-moved = { $count ->
    [one] изменен номер { $count } положения
    [few] изменены номера { $count } положений
    [many] изменены номера { $count } положений
   *[other] изменены номера { $count } положения
}
clauses-changed = { $count ->
    [one] изменено { $count } положение
    [few] изменено { $count } положения
    [many] изменено { $count } положений
   *[other] изменено { $count } положения
}
clauses-unchanged = { $count ->
    [one] без изменений { $count } положение
    [few] без изменений { $count } положения
    [many] без изменений { $count } положений
   *[other] без изменений { $count } положения
}
speakers-map = Кто выступал, на карте
speakers-map-alt = Карта мира. { $countries ->
    [one] Выступила { $countries } страна
    [few] Выступили { $countries } страны
    [many] Выступили { $countries } стран
   *[other] Выступили { $countries } страны
}; больше всего выступлений: { $most } ({ $statements }). В таблице рядом они названы.
speakers-map-note = Границы по данным Natural Earth; это не выражает какого-либо мнения относительно какой бы то ни было территории. Малая страна обозначена точкой.
speakers-map-latest = Последнее
speakers-map-own = Выступления от собственного имени: без выступлений от имени групп и без толкований автора.
speakers-map-range = Число выступлений: { $from }–{ $to }
speakers-map-open = Число выступлений: { $from } и более
speakers-map-countries = { $count ->
    [one] { $count } страна
    [few] { $count } страны
    [many] { $count } стран
   *[other] { $count } страны
}
speakers-map-more = { $count ->
    [one] и еще { $count } страна
    [few] и еще { $count } страны
    [many] и еще { $count } стран
   *[other] и еще { $count } страны
}
speakers-map-others = Выступали также:
speakers-map-others-more = { $count ->
    [one] и еще { $count }
    [few] и еще { $count }
    [many] и еще { $count }
   *[other] и еще { $count }
}

# Положение под номером, который был у него тогда
now-clause = ныне

# Что было сказано о положении
said-by-day = Что было сказано, по дням
clause-summary-shown = Здесь больше материала, чем вмещает одна страница. Приведены нынешние позиции и последние выступления; у каждого года есть страницы со всем материалом.
more-holders = { $count ->
    [one] и еще { $count }
    [few] и еще { $count }
    [many] и еще { $count }
   *[other] и еще { $count }
}
more-days = { $count ->
    [one] У { $count } более раннего дня есть своя страница.
    [few] У { $count } более ранних дней есть свои страницы.
    [many] У { $count } более ранних дней есть свои страницы.
   *[other] У { $count } более раннего дня есть свои страницы.
}
dissociated-count = { $count ->
    [one] { $count } отмежевание
    [few] { $count } отмежевания
    [many] { $count } отмежеваний
   *[other] { $count } отмежевания
}
search = Поиск
search-label = Поиск по отчетам
search-help = Любые слова, страна или положение, например «Статья 6» или «6(3)». Клавиши со стрелками ведут по найденному.
search-needs = Для поиска нужны выполняемый скрипт и веб-сервер, с которого получена эта страница. Списки ниже ведут ко всем отчетам.
search-failed = Не удалось прочитать поисковый указатель. Списки ниже ведут ко всем отчетам.
search-none = Ни в одном отчете нет всех этих слов.
search-passage = Абзац { $number }
search-narrow = Уточнить
search-country = Страна или группа
search-conference = Конференция
search-stance = Позиция
search-any = любая
search-from = С
search-until = По
search-clear = Очистить всё
search-slash = Клавиша / ведет сюда с любой страницы
search-more = Ещё результаты
search-browse = Без поиска

# The print edition
print-edition = Версия для печати
print-part = Часть { $part } из { $parts }
print-parts = Части
print-contents = Содержание
print-clauses = Указатель положений
print-delegations = Указатель стран и групп
print-index-help = Дни и пункты; заявления выделены жирным шрифтом. Положения обозначены номерами самого нового проекта.
print-help = Все отчеты в одном документе для печати или сохранения в PDF. На сайте:
