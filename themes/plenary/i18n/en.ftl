skip = Skip to the text
nav-site = Site
nav-languages = Languages
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
date-long = { $day } { $month } { $year }
date-day = { $weekday } { $day } { $month } { $year }
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
month-short-9 = Sep
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
