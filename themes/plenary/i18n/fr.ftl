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
# Comparer les projets
what-changed = Ce qui a changé
list-of-changes = La liste des changements
clause-by-clause = Clause par clause
all-changes = Tous les changements entre ces deux projets
other-comparisons = Autres comparaisons
side-by-side = Les deux projets côte à côte
opening-words = Texte précédant la première clause
own-words = texte introductif
was-clause = anciennement
inserted = ajouté :
deleted = supprimé :
left-out = paragraphes inchangés
not-in-draft = Absent de ce projet
unchanged-since = Inchangé depuis le
changed-since = Ce qui a changé depuis le
previous-clause = Précédente
next-clause = Suivante
change-added = Ajout
change-removed = Suppression
change-moved = Nouvelle numérotation
change-changed = Modification
change-unchanged = Sans changement
brackets-change = crochets { $before } → { $now }
options-change = options { $before } → { $now }
brackets-count = { $count ->
    [one] { $count } passage entre crochets
   *[other] { $count } passages entre crochets
}
options-count = { $count ->
    [one] { $count } option
   *[other] { $count } options
}
words-inserted = { $count ->
    [one] { $count } mot ajouté
   *[other] { $count } mots ajoutés
}
words-deleted = { $count ->
    [one] { $count } mot supprimé
   *[other] { $count } mots supprimés
}
clauses-added = { $count ->
    [one] { $count } clause ajoutée
   *[other] { $count } clauses ajoutées
}
clauses-removed = { $count ->
    [one] { $count } clause supprimée
   *[other] { $count } clauses supprimées
}
clauses-moved = { $count ->
    [one] { $count } clause renumérotée
   *[other] { $count } clauses renumérotées
}
clauses-changed = { $count ->
    [one] { $count } clause modifiée
   *[other] { $count } clauses modifiées
}
clauses-unchanged = { $count ->
    [one] { $count } clause inchangée
   *[other] { $count } clauses inchangées
}
