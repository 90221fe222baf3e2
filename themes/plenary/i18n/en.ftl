skip = Skip to the text
nav-site = Site
nav-languages = Languages
look-dark = Dark pages
key-points = Key points
nav-crumbs = You are here
nav-days = Days
nav-reports = Reports
home = Home
countries = Countries
clauses = Clauses
clause = Clause
groups = Groups
organisations = Organisations and observers
feed = Feed
made-with = Made with rapporteur
newest = Newest reports
conferences = Conferences
reports = Reports
days = Day by day
issues = Issues
instruments = Instruments
drafts = Drafts
members = Members
parts = Parts
who-spoke = Who spoke most
what-discussed = What was discussed most
all-countries = All countries and groups
all-clauses = All clauses
statements = Statements
statements-by-clause = Statements by clause
statements-by-stance = Who holds which position
readings = The author’s reading
readings-help = How the reporter understood a delegation’s conduct. These are not counted as positions.
mentions = Mentions in context
newest-shown = The newest mentions stand here; each year has a page with all of its own.
years = By year
table-of-clauses = All clauses
text-in-drafts = The text in each draft
no-reports = No reports yet.
no-statements = No statement is recorded here.
no-mentions = No report names it.
no-instruments = No instrument yet.
no-drafts = No draft yet.
no-stance = Spoke without a position
no-attribution = Without attribution
on-behalf-of = for
listed = Listed by the author of the report
withheld = Withheld
withheld-page = Withheld: readers do not see this page. It is shown because drafts were asked for.
withheld-shown = Drafts are shown here that readers do not see. What is withheld is marked, and counted too.
not-translated = This text has not been translated; here it is in its original language.
corrections = Corrections
about-report = About this report
on-this-page = On this page
previous-day = Previous day
next-day = Next day
previous-report = Previous
next-report = Next
since = since
until = until
not-found = Page not found
not-found-help = Nothing stands at this address. These are the ways in:
session-morning = Morning
session-afternoon = Afternoon
session-evening = Evening
kind-country = Country
kind-group = Group
kind-organisation = Organisation
kind-observer = Observer
stance-supports = supports
stance-opposes = opposes
stance-amends = asks for changes
stance-reserves = reserves its position
stance-questions = questions
stance-notes = notes
voice-quoted = quoted
voice-reported = reported
voice-author = author’s reading
conference-feed = Feed with what moved each day
moved = What moved
moved-on = What moved on { $date }
moved-changed = Changed
moved-new = New
moved-to = then
moved-arrow = →
issue = Issue
issues-help = What the conference argued about under a name of its own, each with the clauses that it concerns.
clauses-concerned = Clauses it concerns
statements-by-day = Day by day
via-issues = Said on an issue that concerns it
via-issues-help = These statements name the issue and not the clause. They are counted apart.
on-the-issue = On the issue
backlinks = Referred to later
glossary = Glossary
glossary-help = Words of this conference. Their first use in each report is explained and leads here.
not-used = Not used in a report yet.
newest-statements-shown = The newest statements stand here; each day’s page has all of its own.
more-on-issue = These are the newest; the issue’s page has more.
reports-count = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
statements-count = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
mentions-count = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
}
delegations-count = { $count ->
    [one] { $count } delegation was named
   *[other] { $count } delegations were named
}
drafts-count = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}
clauses-count = { $count ->
    [one] { $count } clause
   *[other] { $count } clauses
}
via-issues-count = { $count ->
    [one] { $count } more on its issues
   *[other] { $count } more on its issues
}
readings-count = { $count ->
    [one] { $count } reading by the author
   *[other] { $count } readings by the author
}
used-in = { $count ->
    [one] First use, in { $count } report:
   *[other] First uses, in { $count } reports:
}
date-long = { $day } { $month } { $year }
date-day = { $weekday }, { $day } { $month } { $year }
date-short = { $day } { $monthshort }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sept
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
except = except
since-date = since { $date }
on-date = on { $date }
list-comma = ,{" "}
colon = :{" "}
no-subject = On neither a clause nor an issue
stance-was-supports = supported
stance-was-opposes = opposed
stance-was-amends = asked for changes
stance-was-reserves = reserved its position
stance-was-questions = questioned
stance-was-notes = noted
spoken-for = Spoken for a group
spoken-for-help = Statements that it made in the name of a group. They are the group’s and are counted there.
via = Through its groups
via-help = What groups said on days when it belonged to them. Each leads to its words. These are not counted as its own.
via-group = via
dissociated = Dissociated itself from
dissociated-help = Statements of a group that it said do not speak for it.
dissociations = Members that dissociated themselves
speakers = Who spoke for it
summary-shown = There is more than one page can hold. The stance that holds on each clause and the newest stand here; each year has pages with everything.
newest-statements = Newest statements
more-subjects = { $count ->
    [one] { $count } more clause or issue is on the pages of the years.
   *[other] { $count } more clauses and issues are on the pages of the years.
}
year-parts = Parts of the year
year-part = Part { $number }
mentions-short = Mentions
activity = Activity over time
activity-span = from { $from } to { $until }.
activity-per-day = By day
activity-per-week = By week
activity-per-month = By month
activity-per-year = By year
activity-per-years = By several years
activity-peak-day = Most on { $date }: { $count }.
activity-peak-week = Most in the week from { $date }: { $count }.
activity-peak-month = Most in { $date }: { $count }.
activity-peak-year = Most in { $date }: { $count }.
activity-peak-years = Most from { $date } on: { $count }.
figures = The figures
period-day = Day
period-week = Week from
period-month = Month
period-year = Year
period-years = Years from
date-week = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-years = { $year }
no-own-statements = It made no statement of its own.
spoken-for-count = { $count ->
    [one] { $count } statement for a group
   *[other] { $count } statements for groups
}
via-count = { $count ->
    [one] { $count } through its groups
   *[other] { $count } through its groups
}
matrix = Position matrix
matrix-help = Who holds which position on which clause
matrix-of = Positions on { $what }
matrix-issues = Positions by issue
matrix-by-issue = By issue
matrix-caption = The newest position of each delegation on each clause, at { $conference }
matrix-summary = { $delegations ->
    [one] { $delegations } delegation
   *[other] { $delegations } delegations
} took { $positions ->
    [one] { $positions } position
   *[other] { $positions } positions
} on { $columns ->
    [one] { $columns } clause or issue.
   *[other] { $columns } clauses and issues.
}
matrix-holders = { $delegations ->
    [0] No delegation took a position here.
    [one] { $delegations } delegation took a position here.
   *[other] { $delegations } delegations took a position here.
}
matrix-spoken = { $count ->
    [one] { $count } time a delegation spoke without taking one.
   *[other] { $count } times a delegation spoke without taking one.
}
matrix-only-spoke = { $count ->
    [one] { $count } spoke here without taking one.
   *[other] { $count } spoke here without taking one.
}
matrix-picture = The whole at a glance
matrix-picture-help = Rows are delegations, columns are clauses in the text’s order. Every mark stands for a position, or for words without one; the cuts below lead from each to the paragraph that holds it.
matrix-contested = Most contested
matrix-cuts = Clause by clause
matrix-below = Its parts
matrix-table = Table
matrix-list = The same as a list
matrix-to-list = Skip to the same as a list
matrix-key = Key
matrix-filter = Filter by group
matrix-filter-help = Members as on the days of the conference. What a group said stands in the group’s own row.
matrix-all = All
matrix-find = Find a delegation
matrix-part = Delegations, part { $part } of { $parts }
matrix-previous = Previous delegations
matrix-next = More delegations
matrix-spoke = spoke without a position
matrix-spoke-key = spoke on it without taking a position
matrix-silent = silent
matrix-silent-key = silent: spoke at the conference, not on this
matrix-uncovered = not covered
matrix-uncovered-key = not covered: our reports hold no position of anybody on it
matrix-changed-key = took more than one stance; the list tells which and when
matrix-cell = { $who } on { $on }: { $stance }, { $date }
matrix-cell-changed = { $who } on { $on }: { $stance }, { $date }; took another stance before
matrix-on = on { $what }
matrix-before = before:
matrix-more = { $count ->
    [one] and { $count } earlier
   *[other] and { $count } earlier
}
matrix-folded = { $count ->
    [one] Silent here, though it spoke at the conference: { $count } delegation
   *[other] Silent here, though they spoke at the conference: { $count } delegations
}
matrix-not-covered = { $count ->
    [one] { $count } clause on which our reports hold no position
   *[other] { $count } clauses on which our reports hold no position
}
matrix-issues-not-covered = { $count ->
    [one] { $count } issue on which our reports hold no position
   *[other] { $count } issues on which our reports hold no position
}
# Comparing drafts
what-changed = What changed
list-of-changes = The changes in a list
clause-by-clause = Clause by clause
all-changes = All changes between these two drafts
other-comparisons = Other comparisons
side-by-side = Both drafts side by side
opening-words = Words above the first clause
own-words = opening words
was-clause = was
inserted = inserted:
deleted = deleted:
left-out = unchanged paragraphs
not-in-draft = Not in this draft
unchanged-since = Unchanged since
changed-since = What changed since
previous-clause = Previous
next-clause = Next
change-added = Added
change-removed = Removed
change-moved = Renumbered
change-changed = Changed
change-unchanged = Unchanged
brackets-change = brackets { $before } → { $now }
options-change = options { $before } → { $now }
brackets-count = { $count ->
    [one] { $count } bracket
   *[other] { $count } brackets
}
options-count = { $count ->
    [one] { $count } option
   *[other] { $count } options
}
words-inserted = { $count ->
    [one] { $count } word inserted
   *[other] { $count } words inserted
}
words-deleted = { $count ->
    [one] { $count } word deleted
   *[other] { $count } words deleted
}
clauses-added = { $count ->
    [one] { $count } clause added
   *[other] { $count } clauses added
}
clauses-removed = { $count ->
    [one] { $count } clause removed
   *[other] { $count } clauses removed
}
clauses-moved = { $count ->
    [one] { $count } clause renumbered
   *[other] { $count } clauses renumbered
}
clauses-changed = { $count ->
    [one] { $count } clause changed
   *[other] { $count } clauses changed
}
clauses-unchanged = { $count ->
    [one] { $count } clause unchanged
   *[other] { $count } clauses unchanged
}
speakers-map = Who spoke, on the map
speakers-map-alt = World map. { $countries ->
    [one] One country spoke
   *[other] { $countries } countries spoke
}; most statements: { $most } ({ $statements }). The table beside it names them.
speakers-map-note = Boundaries as in Natural Earth; no opinion on any territory is expressed. A small country is a dot.
speakers-map-latest = Latest
speakers-map-own = Statements of their own: neither those made for a group nor the author’s readings.
speakers-map-range = { $from } to { $to } statements
speakers-map-open = { $from } statements or more
speakers-map-countries = { $count ->
    [one] { $count } country
   *[other] { $count } countries
}
speakers-map-more = { $count ->
    [one] and { $count } country more
   *[other] and { $count } countries more
}
speakers-map-others = Also spoke:
speakers-map-others-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}

# A clause under the number it had then
now-clause = now

# What was said on a clause
said-by-day = What was said, by day
clause-summary-shown = There is more than one page can hold. Who holds which position now and the newest stand here; each year has pages with everything.
more-holders = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
more-days = { $count ->
    [one] { $count } earlier day has a page of its own.
   *[other] { $count } earlier days have pages of their own.
}
dissociated-count = { $count ->
    [one] { $count } dissociation
   *[other] { $count } dissociations
}
search = Search
search-label = Search the reports
search-help = Any words, a country, or a clause such as “Article 6” or “6(3)”. The arrow keys lead through what is found.
search-needs = Searching needs a script that runs, and a web server that this page comes from. The lists below lead to every report.
search-failed = The search index could not be read. The lists below lead to every report.
search-none = No report has all of these words.
search-passage = Paragraph { $number }
search-narrow = Narrow it down
search-country = Country or group
search-conference = Conference
search-stance = Position
search-any = any
search-from = From
search-until = Until
search-clear = Clear all
search-slash = The key / leads here from every page
search-more = More results
search-browse = Without searching

# The print edition
print-edition = Print edition
print-part = Part { $part } of { $parts }
print-parts = Parts
print-contents = Contents
print-clauses = Index of clauses
print-delegations = Index of countries and groups
print-index-help = Days and paragraphs; statements in bold. Clauses have the numbers of the newest draft.
print-help = All reports in one document, made to be printed or saved as PDF. On the web:
