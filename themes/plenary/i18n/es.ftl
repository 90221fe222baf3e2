skip = Ir al texto
nav-site = Sitio
nav-languages = Idiomas
look-dark = Páginas oscuras
key-points = Lo esencial
nav-crumbs = Está usted aquí
nav-days = Días
nav-reports = Informes
home = Inicio
countries = Países
clauses = Disposiciones
clause = Disposición
groups = Grupos
organisations = Organizaciones y observadores
feed = Canal de noticias
made-with = Realizado con rapporteur
newest = Informes más recientes
conferences = Conferencias
reports = Informes
days = Día por día
issues = Cuestiones
instruments = Instrumentos
drafts = Proyectos
members = Miembros
parts = Partes
who-spoke = Quién intervino más
what-discussed = De qué se habló más
all-countries = Todos los países y grupos
all-clauses = Todas las disposiciones
statements = Intervenciones
statements-by-clause = Intervenciones por disposición
statements-by-stance = Quién sostiene qué posición
readings = La lectura del autor
readings-help = Lo que el relator entendió de la conducta de una delegación. Estas lecturas no se cuentan como posiciones.
mentions = Menciones en su contexto
newest-shown = Aquí figuran las menciones más recientes; cada año tiene una página con todas las suyas.
years = Por año
table-of-clauses = Todas las disposiciones
text-in-drafts = El texto en cada proyecto
no-reports = Todavía no hay informes.
no-statements = Aquí no consta ninguna intervención.
no-mentions = Ningún informe la menciona.
no-instruments = Todavía no hay instrumentos.
no-drafts = Todavía no hay proyectos.
no-stance = Intervino sin tomar posición
no-attribution = Sin atribución
on-behalf-of = en nombre de
listed = Indicado por el autor del informe
withheld = No publicado
withheld-page = No publicado: los lectores no ven esta página. Se muestra porque se pidieron los borradores.
withheld-shown = Aquí se muestran borradores que los lectores no ven. Lo que no está publicado lleva una marca, y también se cuenta.
not-translated = Este texto no se ha traducido; figura aquí en su idioma original.
corrections = Correcciones
about-report = Acerca de este informe
on-this-page = En esta página
previous-day = Día anterior
next-day = Día siguiente
previous-report = Anterior
next-report = Siguiente
since = desde el
until = hasta el
not-found = Página no encontrada
not-found-help = No hay nada en esta dirección. Estas son las entradas del sitio:
session-morning = Mañana
session-afternoon = Tarde
session-evening = Noche
kind-country = País
kind-group = Grupo
kind-organisation = Organización
kind-observer = Observador
stance-supports = apoya
stance-opposes = se opone
stance-amends = pide cambios
stance-reserves = reserva su posición
stance-questions = plantea dudas
stance-notes = toma nota
voice-quoted = cita textual
voice-reported = según el informe
voice-author = lectura del autor
conference-feed = Canal con lo que cambió cada día
moved = Qué cambió
moved-on = Qué cambió el { $date }
moved-changed = Cambiaron
moved-new = Nuevas
moved-to = después
moved-arrow = →
issue = Cuestión
issues-help = Lo que la conferencia debatió con nombre propio, con las disposiciones a las que concierne.
clauses-concerned = Disposiciones a las que concierne
statements-by-day = Día por día
via-issues = Dicho sobre una cuestión que le concierne
via-issues-help = Estas intervenciones nombran la cuestión y no la disposición. Se cuentan aparte.
on-the-issue = Sobre la cuestión
backlinks = Informes que remiten a este
glossary = Glosario
glossary-help = Términos de esta conferencia. La primera vez que aparecen en cada informe se explican y remiten aquí.
not-used = Todavía no aparece en ningún informe.
newest-statements-shown = Aquí figuran las intervenciones más recientes; la página de cada día tiene todas las suyas.
more-on-issue = Estas son las más recientes; la página de la cuestión tiene más.
reports-count = { $count ->
    [one] { $count } informe
   *[other] { $count } informes
}
statements-count = { $count ->
    [one] { $count } intervención
   *[other] { $count } intervenciones
}
mentions-count = { $count ->
    [one] { $count } mención
   *[other] { $count } menciones
}
delegations-count = { $count ->
    [one] { $count } delegación nombrada
   *[other] { $count } delegaciones nombradas
}
drafts-count = { $count ->
    [one] { $count } proyecto
   *[other] { $count } proyectos
}
clauses-count = { $count ->
    [one] { $count } disposición
   *[other] { $count } disposiciones
}
via-issues-count = { $count ->
    [one] { $count } más sobre sus cuestiones
   *[other] { $count } más sobre sus cuestiones
}
readings-count = { $count ->
    [one] { $count } lectura del autor
   *[other] { $count } lecturas del autor
}
used-in = { $count ->
    [one] Primera aparición, en { $count } informe:
   *[other] Primeras apariciones, en { $count } informes:
}
date-long = { $day } de { $month } de { $year }
date-day = { $weekday }, { $day } de { $month } de { $year }
date-short = { $day } { $monthshort }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
month-short-1 = ene
month-short-2 = feb
month-short-3 = mar
month-short-4 = abr
month-short-5 = may
month-short-6 = jun
month-short-7 = jul
month-short-8 = ago
month-short-9 = sept
month-short-10 = oct
month-short-11 = nov
month-short-12 = dic
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
except = excepto
since-date = desde el { $date }
on-date = el { $date }
list-comma = ,{" "}
colon = :{" "}
no-subject = Ni sobre una disposición ni sobre una cuestión
stance-was-supports = apoyaba
stance-was-opposes = se oponía
stance-was-amends = pedía cambios
stance-was-reserves = reservaba su posición
stance-was-questions = planteaba dudas
stance-was-notes = tomaba nota
spoken-for = En nombre de un grupo
spoken-for-help = Intervenciones que hizo en nombre de un grupo. Son del grupo y se cuentan con las suyas.
via = A través de sus grupos
via-help = Lo que dijeron los grupos en los días en que pertenecía a ellos. Cada línea remite a sus palabras. No se cuentan como intervenciones propias.
via-group = a través de
dissociated = Se desvinculó de
dissociated-help = Intervenciones de un grupo que, según declaró, no la representan.
dissociations = Miembros que se desvincularon
speakers = Quién habló en su nombre
summary-shown = Hay más de lo que cabe en una página. Aquí figuran la posición vigente sobre cada disposición y lo más reciente; cada año tiene páginas con todo.
newest-statements = Intervenciones más recientes
more-subjects = { $count ->
    [one] { $count } disposición o cuestión más figura en las páginas de los años.
   *[other] { $count } disposiciones y cuestiones más figuran en las páginas de los años.
}
year-parts = Partes del año
year-part = Parte { $number }
mentions-short = Menciones
activity = Actividad a lo largo del tiempo
activity-span = del { $from } al { $until }.
activity-per-day = Por día
activity-per-week = Por semana
activity-per-month = Por mes
activity-per-year = Por año
activity-per-years = Por varios años
activity-peak-day = Máximo: { $count }, el { $date }.
activity-peak-week = Máximo: { $count }, en la semana del { $date }.
activity-peak-month = Máximo: { $count }, en { $date }.
activity-peak-year = Máximo: { $count }, en { $date }.
activity-peak-years = Máximo: { $count }, a partir de { $date }.
figures = Las cifras
period-day = Día
period-week = Semana del
period-month = Mes
period-year = Año
period-years = Años a partir de
date-week = { $day } de { $month } de { $year }
date-month = { $month } de { $year }
date-year = { $year }
date-years = { $year }
no-own-statements = No hizo ninguna intervención propia.
spoken-for-count = { $count ->
    [one] { $count } intervención en nombre de un grupo
   *[other] { $count } intervenciones en nombre de grupos
}
via-count = { $count ->
    [one] { $count } a través de sus grupos
   *[other] { $count } a través de sus grupos
}
matrix = Cuadro de posiciones
matrix-help = Quién sostiene qué posición sobre qué disposición
matrix-of = Posiciones sobre: { $what }
matrix-issues = Posiciones por cuestión
matrix-by-issue = Por cuestión
matrix-caption = La posición más reciente de cada delegación sobre cada disposición: { $conference }
matrix-summary = { $delegations ->
    [one] { $delegations } delegación tomó
   *[other] { $delegations } delegaciones tomaron
} { $positions ->
    [one] { $positions } posición
   *[other] { $positions } posiciones
} sobre { $columns ->
    [one] { $columns } disposición o cuestión.
   *[other] { $columns } disposiciones y cuestiones.
}
matrix-holders = { $delegations ->
    [0] Ninguna delegación tomó posición aquí.
    [one] { $delegations } delegación tomó posición aquí.
   *[other] { $delegations } delegaciones tomaron posición aquí.
}
matrix-spoken = { $count ->
    [one] { $count } vez, una delegación intervino sin tomar posición.
   *[other] { $count } veces, una delegación intervino sin tomar posición.
}
matrix-only-spoke = { $count ->
    [one] { $count } intervino aquí sin tomar posición.
   *[other] { $count } intervinieron aquí sin tomar posición.
}
matrix-picture = El conjunto de un vistazo
matrix-picture-help = Las filas son delegaciones; las columnas, disposiciones en el orden del texto. Cada signo representa una posición, o una intervención sin posición; los cuadros que siguen llevan de cada uno al párrafo que lo contiene.
matrix-contested = Las más controvertidas
matrix-cuts = Disposición por disposición
matrix-below = Sus partes
matrix-table = Cuadro
matrix-list = Lo mismo en forma de lista
matrix-to-list = Ir a lo mismo en forma de lista
matrix-key = Leyenda
matrix-filter = Filtrar por grupo
matrix-filter-help = Miembros en los días de la conferencia. Lo que dijo un grupo figura en la fila del propio grupo.
matrix-all = Todas
matrix-find = Buscar una delegación
matrix-part = Delegaciones, parte { $part } de { $parts }
matrix-previous = Delegaciones anteriores
matrix-next = Más delegaciones
matrix-spoke = intervino sin tomar posición
matrix-spoke-key = intervino al respecto sin tomar posición
matrix-silent = silencio
matrix-silent-key = silencio: intervino en la conferencia, pero no al respecto
matrix-uncovered = sin cobertura
matrix-uncovered-key = sin cobertura: nuestros informes no recogen ninguna posición al respecto
matrix-changed-key = tomó más de una posición; la lista indica cuáles y cuándo
matrix-cell = { $who }, { $on }: { $stance }, { $date }
matrix-cell-changed = { $who }, { $on }: { $stance }, { $date }; antes tuvo otra posición
matrix-on = sobre: { $what }
matrix-before = antes:
matrix-more = { $count ->
    [one] y { $count } anterior
   *[other] y { $count } anteriores
}
matrix-folded = { $count ->
    [one] En silencio aquí, aunque intervino en la conferencia: { $count } delegación
   *[other] En silencio aquí, aunque intervinieron en la conferencia: { $count } delegaciones
}
matrix-not-covered = { $count ->
    [one] { $count } disposición sobre la que nuestros informes no recogen ninguna posición
   *[other] { $count } disposiciones sobre las que nuestros informes no recogen ninguna posición
}
matrix-issues-not-covered = { $count ->
    [one] { $count } cuestión sobre la que nuestros informes no recogen ninguna posición
   *[other] { $count } cuestiones sobre las que nuestros informes no recogen ninguna posición
}
# Comparación de proyectos
what-changed = Qué cambió
list-of-changes = Lista de los cambios
clause-by-clause = Disposición por disposición
all-changes = Todos los cambios entre estos dos proyectos
other-comparisons = Otras comparaciones
side-by-side = Los dos proyectos en paralelo
opening-words = Texto que precede a la primera disposición
own-words = texto introductorio
was-clause = antes
inserted = insertado:
deleted = suprimido:
left-out = párrafos sin cambios
not-in-draft = No figura en este proyecto
unchanged-since = Sin cambios desde el
changed-since = Qué cambió desde el
previous-clause = Anterior
next-clause = Siguiente
change-added = Añadida
change-removed = Suprimida
change-moved = Renumerada
change-changed = Modificada
change-unchanged = Sin cambios
brackets-change = corchetes { $before } → { $now }
options-change = opciones { $before } → { $now }
brackets-count = { $count ->
    [one] { $count } pasaje entre corchetes
   *[other] { $count } pasajes entre corchetes
}
options-count = { $count ->
    [one] { $count } opción
   *[other] { $count } opciones
}
words-inserted = { $count ->
    [one] { $count } palabra insertada
   *[other] { $count } palabras insertadas
}
words-deleted = { $count ->
    [one] { $count } palabra suprimida
   *[other] { $count } palabras suprimidas
}
clauses-added = { $count ->
    [one] { $count } disposición añadida
   *[other] { $count } disposiciones añadidas
}
clauses-removed = { $count ->
    [one] { $count } disposición suprimida
   *[other] { $count } disposiciones suprimidas
}
clauses-moved = { $count ->
    [one] { $count } disposición renumerada
   *[other] { $count } disposiciones renumeradas
}
clauses-changed = { $count ->
    [one] { $count } disposición modificada
   *[other] { $count } disposiciones modificadas
}
clauses-unchanged = { $count ->
    [one] { $count } disposición sin cambios
   *[other] { $count } disposiciones sin cambios
}
speakers-map = Quién intervino, en el mapa
speakers-map-alt = Mapa del mundo. { $countries ->
    [one] Intervino { $countries } país
   *[other] Intervinieron { $countries } países
}; el que más intervenciones hizo: { $most } ({ $statements }). El cuadro adjunto los nombra.
speakers-map-note = Fronteras según Natural Earth; no entrañan opinión alguna sobre ningún territorio. Un país pequeño es un punto.
speakers-map-latest = Más reciente
speakers-map-own = Intervenciones en nombre propio: ni las hechas en nombre de un grupo ni las lecturas del autor.
speakers-map-range = De { $from } a { $to } intervenciones
speakers-map-open = { $from } intervenciones o más
speakers-map-countries = { $count ->
    [one] { $count } país
   *[other] { $count } países
}
speakers-map-more = { $count ->
    [one] y { $count } país más
   *[other] y { $count } países más
}
speakers-map-others = También intervinieron:
speakers-map-others-more = { $count ->
    [one] y { $count } más
   *[other] y { $count } más
}

# Una disposición con el número que tenía entonces
now-clause = ahora

# Lo que se dijo sobre una disposición
said-by-day = Qué se dijo, día por día
clause-summary-shown = Hay más de lo que cabe en una página. Aquí figuran quién sostiene ahora qué posición y lo más reciente; cada año tiene páginas con todo.
more-holders = { $count ->
    [one] y { $count } más
   *[other] y { $count } más
}
more-days = { $count ->
    [one] { $count } día anterior tiene su propia página.
   *[other] { $count } días anteriores tienen sus propias páginas.
}
dissociated-count = { $count ->
    [one] { $count } desvinculación
   *[other] { $count } desvinculaciones
}
search = Buscar
search-label = Buscar en los informes
search-help = Palabras, un país o una disposición como «Artículo 6» o «6(3)». Las flechas recorren los resultados.
search-needs = La búsqueda necesita un script que se ejecute y un servidor web del que venga esta página. Las listas siguientes llevan a todos los informes.
search-failed = No se pudo leer el índice de búsqueda. Las listas siguientes llevan a todos los informes.
search-none = Ningún informe contiene todas estas palabras.
search-passage = Párrafo { $number }
search-narrow = Acotar
search-country = País o grupo
search-conference = Conferencia
search-stance = Posición
search-any = cualquiera
search-from = Desde
search-until = Hasta
search-clear = Borrar todo
search-slash = La tecla / lleva aquí desde cualquier página
search-more = Más resultados
search-browse = Sin buscar

# The print edition
print-edition = Edición para imprimir
print-part = Parte { $part } de { $parts }
print-parts = Partes
print-contents = Índice
print-clauses = Índice de disposiciones
print-delegations = Índice de países y grupos
print-index-help = Días y párrafos; las declaraciones van en negrita. Las disposiciones llevan los números del proyecto más reciente.
print-help = Todos los informes en un solo documento, para imprimir o guardar en PDF. En la web:
