skip = Aller au texte
nav-site = Site
nav-languages = Langues
look-dark = Pages sombres
key-points = L’essentiel
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
who-spoke = Qui a pris le plus souvent la parole
what-discussed = De quoi il a été le plus question
all-countries = Tous les pays et groupes
all-clauses = Toutes les clauses
statements = Interventions
statements-by-clause = Interventions par clause
statements-by-stance = Qui défend quelle position
readings = La lecture de l’auteur
readings-help = Ce que le rapporteur a compris de la conduite d’une délégation. Ces lectures ne comptent pas comme positions.
mentions = Mentions dans leur contexte
newest-shown = Voici les mentions les plus récentes ; chaque année a sa page.
years = Par année
table-of-clauses = Toutes les clauses
text-in-drafts = Le texte dans chaque projet
no-reports = Aucun compte rendu pour l’instant.
no-statements = Aucune intervention n’est consignée ici.
no-mentions = Aucun compte rendu n’en parle.
no-instruments = Aucun instrument pour l’instant.
no-drafts = Aucun projet pour l’instant.
no-stance = A pris la parole sans prendre position
no-attribution = Sans attribution
on-behalf-of = au nom de
listed = Signalé par l’auteur du compte rendu
withheld = Non publié
withheld-page = Non publié : les lecteurs ne voient pas cette page. Elle est affichée parce que les brouillons ont été demandés.
withheld-shown = Des brouillons que les lecteurs ne voient pas sont affichés ici. Ce qui n’est pas publié est signalé, et compté aussi.
not-translated = Ce texte n’a pas été traduit ; le voici dans sa langue d’origine.
not-translated = Ce texte n’a pas été traduit ; le voici dans sa langue d’origine.
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
not-found-help = Il n’y a rien à cette adresse. Voici les entrées du site :
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
conference-feed = Flux de l’évolution des positions, jour par jour
moved = Évolution des positions
moved-on = Évolution des positions le { $date }
moved-changed = A changé
moved-new = Nouveau
moved-to = puis
moved-arrow = →
issue = Question
issues-help = Ce dont la conférence a débattu sous un nom propre, avec les clauses concernées.
clauses-concerned = Clauses concernées
statements-by-day = Jour par jour
via-issues = Dit sur une question qui la concerne
via-issues-help = Ces interventions nomment la question et non la clause. Elles sont comptées à part.
on-the-issue = Sur la question
backlinks = Comptes rendus qui y renvoient
glossary = Glossaire
glossary-help = Les mots de cette conférence. Leur premier emploi dans chaque compte rendu est expliqué et mène ici.
not-used = Pas encore employé dans un compte rendu.
newest-statements-shown = Voici les interventions les plus récentes ; la page de chaque jour a toutes les siennes.
more-on-issue = Voici les plus récentes ; la page de la question en a d’autres.
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
via-issues-count = { $count ->
    [one] { $count } autre sur ses questions
   *[other] { $count } autres sur ses questions
}
readings-count = { $count ->
    [one] { $count } lecture de l’auteur
   *[other] { $count } lectures de l’auteur
}
used-in = { $count ->
    [one] Premier emploi, dans { $count } compte rendu :
   *[other] Premiers emplois, dans { $count } comptes rendus :
}
date-long = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-day = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-short = { $day ->
    [1] 1er
   *[other] { $day }
} { $monthshort }
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
except = sauf
since-date = depuis le { $date }
on-date = le { $date }
list-comma = ,{" "}
colon = {" "}:{" "}
no-subject = Ni sur une clause ni sur une question
stance-was-supports = appuyait
stance-was-opposes = s’opposait
stance-was-amends = demandait des changements
stance-was-reserves = réservait sa position
stance-was-questions = s’interrogeait
stance-was-notes = prenait note
spoken-for = Au nom d’un groupe
spoken-for-help = Interventions prononcées au nom d’un groupe. Elles sont celles du groupe et comptent pour lui.
via = Par ses groupes
via-help = Ce qu’ont dit des groupes les jours où elle en était membre. Chacune mène à ses mots. Ces interventions ne comptent pas comme les siennes.
via-group = via
dissociated = S’est dissociée de
dissociated-help = Interventions d’un groupe dont elle a dit qu’elles ne l’engagent pas.
dissociations = Membres qui se sont dissociés
speakers = Qui a parlé en son nom
summary-shown = Il y en a plus qu’une page n’en peut tenir. Voici la position actuelle sur chaque clause et le plus récent ; chaque année a ses pages, complètes.
newest-statements = Dernières interventions
more-subjects = { $count ->
    [one] { $count } autre clause ou question se trouve dans les pages des années.
   *[other] { $count } autres clauses et questions se trouvent dans les pages des années.
}
year-parts = Parties de l’année
year-part = Partie { $number }
mentions-short = Mentions
activity = Activité au fil du temps
activity-span = du { $from } au { $until }.
activity-per-day = Par jour
activity-per-week = Par semaine
activity-per-month = Par mois
activity-per-year = Par année
activity-per-years = Par plusieurs années
activity-peak-day = Le plus : { $count }, le { $date }.
activity-peak-week = Le plus : { $count }, la semaine du { $date }.
activity-peak-month = Le plus : { $count }, en { $date }.
activity-peak-year = Le plus : { $count }, en { $date }.
activity-peak-years = Le plus : { $count }, à partir de { $date }.
figures = Les chiffres
period-day = Jour
period-week = Semaine du
period-month = Mois
period-year = Année
period-years = Années à partir de
date-week = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-years = { $year }
no-own-statements = Aucune intervention propre n’est consignée ici.
spoken-for-count = { $count ->
    [one] { $count } intervention au nom d’un groupe
   *[other] { $count } interventions au nom de groupes
}
via-count = { $count ->
    [one] { $count } par ses groupes
   *[other] { $count } par ses groupes
}
matrix = Tableau des positions
matrix-help = Qui défend quelle position sur quelle clause
matrix-of = Positions sur : { $what }
matrix-issues = Positions par question
matrix-by-issue = Par question
matrix-caption = La dernière position de chaque délégation sur chaque clause : { $conference }
matrix-summary = { $delegations ->
    [one] { $delegations } délégation a pris
   *[other] { $delegations } délégations ont pris
} { $positions ->
    [one] { $positions } position
   *[other] { $positions } positions
} sur { $columns ->
    [one] { $columns } clause ou question.
   *[other] { $columns } clauses et questions.
}
matrix-holders = { $delegations ->
    [0] Aucune délégation n’a pris position ici.
    [one] { $delegations } délégation a pris position ici.
   *[other] { $delegations } délégations ont pris position ici.
}
matrix-spoken = { $count ->
    [one] { $count } fois, une délégation a parlé sans prendre position.
   *[other] { $count } fois, une délégation a parlé sans prendre position.
}
matrix-only-spoke = { $count ->
    [one] { $count } délégation a parlé ici sans prendre position.
   *[other] { $count } délégations ont parlé ici sans prendre position.
}
matrix-picture = L’ensemble en un coup d’œil
matrix-picture-help = Une ligne par délégation, une colonne par clause dans l’ordre du texte. Chaque marque est une position, ou une parole sans position ; les tableaux ci-dessous mènent de chacune au paragraphe qui la contient.
matrix-contested = Les plus disputées
matrix-cuts = Clause par clause
matrix-below = Ses parties
matrix-table = Tableau
matrix-list = La même chose en liste
matrix-to-list = Aller à la même chose en liste
matrix-key = Légende
matrix-filter = Filtrer par groupe
matrix-filter-help = Membres aux jours de la conférence. Ce qu’un groupe a dit figure sur la ligne du groupe.
matrix-all = Toutes
matrix-find = Trouver une délégation
matrix-part = Délégations, partie { $part } sur { $parts }
matrix-previous = Délégations précédentes
matrix-next = Délégations suivantes
matrix-spoke = a parlé sans prendre position
matrix-spoke-key = en a parlé sans prendre position
matrix-silent = silence
matrix-silent-key = silence : a parlé à la conférence, pas de cela
matrix-uncovered = sans position
matrix-uncovered-key = sans position : nos comptes rendus n’en contiennent aucune là-dessus
matrix-changed-key = a défendu plus d’une position ; la liste dit lesquelles et quand
matrix-cell = { $who }, { $on } : { $stance }, { $date }
matrix-cell-changed = { $who }, { $on } : { $stance }, { $date } ; position différente auparavant
matrix-on = sur : { $what }
matrix-before = avant :
matrix-more = { $count ->
    [one] et { $count } plus ancienne
   *[other] et { $count } plus anciennes
}
matrix-folded = { $count ->
    [one] Silence ici, bien qu’elle ait parlé à la conférence : { $count } délégation
   *[other] Silence ici, bien qu’elles aient parlé à la conférence : { $count } délégations
}
matrix-not-covered = { $count ->
    [one] { $count } clause sur laquelle nos comptes rendus ne contiennent aucune position
   *[other] { $count } clauses sur lesquelles nos comptes rendus ne contiennent aucune position
}
matrix-issues-not-covered = { $count ->
    [one] { $count } question sur laquelle nos comptes rendus ne contiennent aucune position
   *[other] { $count } questions sur lesquelles nos comptes rendus ne contiennent aucune position
}
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
inserted = ajouté :
deleted = supprimé :
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
speakers-map = Qui a pris la parole, sur la carte
speakers-map-alt = Carte du monde. { $countries ->
    [one] { $countries } pays a parlé
   *[other] { $countries } pays ont parlé
} ; le plus d’interventions : { $most } ({ $statements }). Le tableau voisin les nomme.
speakers-map-note = Frontières de Natural Earth, sans prise de position sur aucun territoire. Un petit pays est un point.
speakers-map-latest = Dernière
speakers-map-own = Interventions faites en leur propre nom : ni celles faites pour un groupe, ni les lectures de l’auteur.
speakers-map-range = { $from } à { $to } interventions
speakers-map-open = { $from } interventions ou plus
speakers-map-countries = { $count ->
    [one] { $count } pays
   *[other] { $count } pays
}
speakers-map-more = et { $count ->
    [one] { $count } pays de plus
   *[other] { $count } pays de plus
}
speakers-map-others = Ont aussi parlé :
speakers-map-others-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}

# A clause under the number it had then
now-clause = maintenant

# Ce qui a été dit d’une clause
said-by-day = Ce qui a été dit, jour par jour
clause-summary-shown = Il y a plus qu’une page ne peut contenir. Les positions actuelles et les déclarations les plus récentes sont ici ; chaque année a ses pages, où tout figure.
more-holders = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
more-days = { $count ->
    [one] { $count } jour antérieur a sa propre page.
   *[other] { $count } jours antérieurs ont leurs propres pages.
}
dissociated-count = { $count ->
    [one] { $count } dissociation
   *[other] { $count } dissociations
}
search = Rechercher
search-label = Rechercher dans les comptes rendus
search-help = Des mots, un pays, ou une clause comme « Article 6 » ou « 6(3) ». Les flèches parcourent les résultats.
search-needs = La recherche a besoin d’un script qui s’exécute et d’un serveur web d’où vient cette page. Les listes ci-dessous mènent à tous les comptes rendus.
search-failed = L’index de recherche n’a pas pu être lu. Les listes ci-dessous mènent à tous les comptes rendus.
search-none = Aucun compte rendu ne contient tous ces mots.
search-passage = Paragraphe { $number }
search-narrow = Préciser
search-country = Pays ou groupe
search-conference = Conférence
search-stance = Position
search-any = indifférent
search-from = Du
search-until = Au
search-clear = Tout effacer
search-slash = La touche / mène ici depuis toutes les pages
search-more = Plus de résultats
search-browse = Sans recherche

# The print edition
print-edition = Édition à imprimer
print-part = Partie { $part } sur { $parts }
print-parts = Parties
print-contents = Sommaire
print-clauses = Index des clauses
print-delegations = Index des pays et des groupes
print-index-help = Jours et paragraphes ; les déclarations sont en gras. Les clauses portent les numéros du projet le plus récent.
print-help = Tous les comptes rendus en un seul document, à imprimer ou à enregistrer en PDF. Sur le Web :
