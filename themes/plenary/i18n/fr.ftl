skip = Aller au texte
nav-site = Site
nav-languages = Langues
nav-crumbs = Vous êtes ici
nav-days = Journées
nav-reports = Comptes rendus
home = Accueil
countries = Pays
clauses = Clauses
clause = Clause
groups = Groupes
organisations = Organisations et observateurs
feed = Flux
made-with = Réalisé avec rapporteur
newest = Derniers comptes rendus
conferences = Conférences
reports = Comptes rendus
days = Jour par jour
issues = Questions
instruments = Instruments
drafts = Projets
members = Membres
parts = Parties
who-spoke = Qui a le plus parlé
what-discussed = De quoi il a été le plus question
all-countries = Tous les pays et groupes
all-clauses = Toutes les clauses
statements = Interventions
statements-by-clause = Interventions par clause
statements-by-stance = Qui défend quelle position
readings = La lecture de l’auteur
readings-help = Ce que le rapporteur a compris de la conduite d’une délégation. Ces lectures ne comptent pas comme positions.
mentions = Mentions dans leur contexte
newest-shown = Voici les mentions les plus récentes ; chaque année a sa page.
years = Par année
table-of-clauses = Toutes les clauses
text-in-drafts = Le texte dans chaque projet
no-reports = Aucun compte rendu pour l’instant.
no-statements = Aucune intervention n’est consignée ici.
no-mentions = Aucun compte rendu n’en parle.
no-instruments = Aucun instrument pour l’instant.
no-drafts = Aucun projet pour l’instant.
no-stance = A parlé sans prendre position
no-attribution = Sans attribution
on-behalf-of = au nom de
listed = Signalé par l’auteur du compte rendu
not-translated = Ce texte n’a pas été traduit ; le voici dans sa langue d’origine.
corrections = Corrections
about-report = À propos de ce compte rendu
on-this-page = Sur cette page
previous-day = Jour précédent
next-day = Jour suivant
previous-report = Précédent
next-report = Suivant
since = depuis le
until = jusqu’au
not-found = Page introuvable
not-found-help = Il n’y a rien à cette adresse. Voici les entrées du site :
session-morning = Matin
session-afternoon = Après-midi
session-evening = Soir
kind-country = Pays
kind-group = Groupe
kind-organisation = Organisation
kind-observer = Observateur
stance-supports = appuie
stance-opposes = s’oppose
stance-amends = demande des changements
stance-reserves = réserve sa position
stance-questions = s’interroge
stance-notes = prend note
voice-quoted = citation
voice-reported = propos rapporté
voice-author = lecture de l’auteur
reports-count = { $count ->
    [one] { $count } compte rendu
   *[other] { $count } comptes rendus
}
statements-count = { $count ->
    [one] { $count } intervention
   *[other] { $count } interventions
}
mentions-count = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
}
delegations-count = { $count ->
    [one] { $count } délégation nommée
   *[other] { $count } délégations nommées
}
drafts-count = { $count ->
    [one] { $count } projet
   *[other] { $count } projets
}
clauses-count = { $count ->
    [one] { $count } clause
   *[other] { $count } clauses
}
date-long = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-day = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-short = { $day } { $monthshort }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
speakers-map = Qui a parlé, sur la carte
speakers-map-alt = Carte du monde. { $countries ->
    [one] Un pays a parlé
   *[other] { $countries } pays ont parlé
} ; le plus d’interventions : { $most } ({ $statements }). Le tableau voisin les nomme.
speakers-map-note = Frontières de Natural Earth, sans prise de position sur aucun territoire. Un petit pays est un point.
speakers-map-latest = Dernière
speakers-map-own = Interventions faites en leur propre nom : ni celles faites pour un groupe, ni les lectures de l’auteur.
speakers-map-range = { $from } à { $to } interventions
speakers-map-open = { $from } interventions ou plus
speakers-map-countries = { $count } pays
speakers-map-more = et { $count } pays de plus
speakers-map-others = Ont aussi parlé :
speakers-map-others-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
