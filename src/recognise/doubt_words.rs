//! Words that settle what a doubtful name means. All in small letters, but given names.

use crate::model::word_list::WordList;

/// Before a name they make it a person, whatever the name.
pub static TITLES: WordList = WordList::of(&[
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "madam", "mme", "mlle", "monsieur",
    "madame", "señor", "señora", "sr", "sra", "herr", "frau", "г-н", "г-жа",
]);

/// Before a name that is also a person's, they make it one.
pub static OFFICES_OF_PERSONS: WordList = WordList::of(&["ambassador", "minister", "senator", "judge", "justice", "captain", "general", "colonel", "secretary", "m"]);

/// Given names often seen in reports; none that is a verb or a month as well.
pub static GIVEN_NAMES: WordList = WordList::of(&[
    "Adam", "Ahmed", "Alan", "Alex", "Alexander", "Alice", "Ali", "Amanda", "Amy", "Ana", "Andrea", "Andrew",
    "Angela", "Anna", "Anne", "Anthony", "Antonio", "Barbara", "Ben", "Benjamin", "Brian", "Carl", "Carla", "Carlos",
    "Carol", "Caroline", "Catherine", "Charles", "Charlotte", "Chris", "Christine", "Christopher", "Claire",
    "Claude", "Clara", "Daniel", "Danielle", "Dave", "David", "Deborah", "Dennis", "Diana", "Diego", "Donald",
    "Dorothy", "Douglas", "Edward", "Elena", "Elizabeth", "Emily", "Emma", "Eric", "Erik", "Eva", "Fatima",
    "Fernando", "Fiona", "Francis", "François", "Gary", "George", "Gordon", "Greg", "Hannah", "Hans", "Harry",
    "Hassan", "Heather", "Helen", "Henry", "Ian", "Ibrahim", "Isabel", "Ivan", "Jack", "Jacob", "James", "Jan",
    "Jane", "Janet", "Jason", "Javier", "Jean", "Jeff", "Jennifer", "Jeremy", "Jessica", "Jim", "Joan", "Joe",
    "John", "Jonathan", "Jorge", "Joseph", "José", "Juan", "Judith", "Julia", "Julie", "Karen", "Karl", "Kate",
    "Katherine", "Kathryn", "Keith", "Kelly", "Kevin", "Kim", "Larry", "Laura", "Lauren", "Lee", "Linda", "Lisa",
    "Louis", "Louise", "Lucy", "Luis", "Luke", "Manuel", "Marc", "Marco", "Margaret", "Maria", "Marie", "Mario",
    "Martha", "Martin", "Mary", "María", "Matthew", "Maya", "Melanie", "Melinda", "Melissa", "Michael", "Michel",
    "Michelle", "Miguel", "Mike", "Mohamed", "Mohammed", "Nancy", "Natalie", "Nathan", "Neil", "Nicholas", "Nicole",
    "Nina", "Nora", "Olga", "Oliver", "Olivia", "Omar", "Oscar", "Pablo", "Patricia", "Patrick", "Paul", "Paula",
    "Pedro", "Peter", "Philip", "Pierre", "Rachel", "Rafael", "Ralph", "Raymond", "Rebecca", "Ricardo", "Richard",
    "Robert", "Roger", "Ronald", "Rosa", "Ruth", "Ryan", "Sam", "Samantha", "Samuel", "Sandra", "Sara", "Sarah",
    "Scott", "Sean", "Sharon", "Simon", "Sofia", "Sophie", "Stephanie", "Stephen", "Steve", "Steven", "Susan",
    "Teresa", "Thomas", "Tim", "Timothy", "Tom", "Tony", "Vanessa", "Victor", "Victoria", "Walter", "Wendy",
    "William", "Yusuf", "Zoe",
]);

/// Behind a country's name they show that the country is meant, and no family name follows.
pub static INSTITUTIONS: WordList = WordList::of(&[
    "action", "agreement", "ambassador", "annex", "article", "army", "bank", "border", "borders", "campaign",
    "center", "centre", "chair", "chapter", "coalition", "commission", "committee", "conference", "consulate",
    "council", "country", "crisis", "customs", "defence", "defense", "delegation", "desk", "embassy", "first",
    "foreign", "government", "group", "initiative", "institute", "minister", "ministry", "mission", "national",
    "navy", "network", "office", "paragraph", "parliament", "party", "pavilion", "permanent", "plan", "police",
    "policy", "president", "prime", "programme", "project", "red", "report", "representative", "republic",
    "secretariat", "state", "states", "strategy", "summit", "team", "treaty", "university", "war", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december",
]);

/// Behind a name they make it a place, a paper or a firm, and no delegation.
pub static FEATURES: WordList = WordList::of(&[
    "canal", "city", "river", "valley", "strait", "straits", "peninsula", "sea", "ocean", "delta", "basin", "desert",
    "times", "herald", "tribune", "gazette", "telegraph", "observer", "airlines", "airways", "airline", "express",
    "broadcasting",
]);

/// Before "of" or "de" and a name they make it a place or an institution.
pub static FEATURES_OF: WordList = WordList::of(&[
    "gulf", "sea", "strait", "straits", "bay", "university", "bank", "trust", "times", "golfe", "golfo", "mer",
    "mar", "canal", "détroit", "estrecho", "baie", "bahía", "université", "universidad", "banque", "banco", "ciudad",
]);

/// Right before a name they make it a lake, a river or a mountain.
pub static FEATURES_BEFORE: WordList = WordList::of(&["lake", "lac", "lago", "mount", "mont", "river", "río", "fleuve", "port", "air"]);

/// Organisations with a branch in many countries, called by its name: "Oxfam Canada".
pub static BRANCHED: WordList = WordList::of(&[
    "action", "oxfam", "greenpeace", "amnesty", "caritas", "wwf", "pax", "transparency", "earth", "aid", "unicef",
    "wilpf", "ican", "care", "plan", "watch", "campaign", "network", "alliance", "coalition",
]);

pub static OF: WordList = WordList::of(&["of", "de", "du", "del", "d", "la", "le"]);

/// Cities of the state of Georgia.
pub static GEORGIAN_CITIES: WordList = WordList::of(&["atlanta", "savannah", "augusta", "macon", "columbus", "marietta", "athens"]);

/// Offices and parties of the states of the United States.
pub static STATE_OFFICES: WordList = WordList::of(&[
    "senator", "senators", "governor", "governors", "congressman", "congresswoman", "congressmen", "sheriff",
    "republican", "republicans", "democrat", "democrats", "legislature", "voters", "senate",
]);

pub static STATES: WordList = WordList::of(&[
    "alabama", "alaska", "arizona", "arkansas", "california", "carolina", "colorado", "connecticut", "delaware",
    "florida", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "maryland",
    "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska", "nevada", "ohio",
    "oklahoma", "oregon", "pennsylvania", "tennessee", "texas", "utah", "vermont", "virginia", "wisconsin",
    "wyoming",
]);

/// The same, where they have two words.
pub const LONG_STATES: &[&str] = &[
    "New Mexico", "New Jersey", "New Hampshire", "North Carolina", "South Carolina", "North Dakota", "South Dakota",
    "West Virginia", "Rhode Island",
];

/// What States do at conferences, and persons of the same name seldom.
pub static POSITIONS: WordList = WordList::of(&[
    "supported", "supports", "opposed", "opposes", "proposed", "proposes", "requested", "objected", "objects",
    "reserved", "endorsed", "endorses", "abstained", "aligned", "joined", "voted", "ratified", "acceded", "signed",
    "tabled", "introduced", "preferred", "appuie", "apoyó", "apoya", "propuso",
]);

/// Before "of" and a name they show that a State is meant.
pub static ENVOYS: WordList = WordList::of(&[
    "delegation", "delegations", "delegate", "delegates", "representative", "representatives", "ambassador",
    "government", "governments", "kingdom", "republic", "minister", "mission", "people", "behalf", "délégation",
    "délégué", "déléguée", "représentant", "représentante", "gouvernement", "ambassadeur", "delegación", "delegado",
    "delegada", "representante", "gobierno", "embajador",
]);

/// Capitals that tell apart countries of one name.
pub const CAPITALS: &[(&str, &str)] = &[
    ("Kinshasa", "COD"), ("Brazzaville", "COG"), ("Seoul", "KOR"), ("Pyongyang", "PRK"), ("Conakry", "GIN"),
    ("Malabo", "GNQ"), ("Bissau", "GNB"), ("Santo Domingo", "DOM"), ("Roseau", "DMA"), ("Apia", "WSM"),
    ("Pago Pago", "ASM"),
];

/// Before the name of a language they show that the language is meant.
pub static INTO_LANGUAGE: WordList = WordList::of(&["in", "into", "speak", "speaks", "spoke", "speaking", "en", "hablar", "parler"]);

/// Behind the name of a language that stands alone.
pub static OF_LANGUAGE: WordList = WordList::of(&[
    "and", "or", "et", "ou", "y", "o",
]);

/// Texts in a language, behind its name or before it.
pub static TEXTS: WordList = WordList::of(&[
    "traduction", "traducción", "versión", "langue", "idioma", "version", "versions",
    "translation", "translations", "interpretation", "interpreter", "interpreters", "language",
]);

/// Before "Republic of Korea" they make it the other one, however they are written.
pub static BEFORE_KOREA: WordList = WordList::of(&["democratic", "people's", "people’s", "peoples", "dpr", "north", "northern", "populaire", "popular"]);

pub static ARTICLES: WordList = WordList::of(&["le", "la", "les", "l", "el", "los", "las", "du", "au", "aux", "del", "al"]);

pub static CURRENCIES: WordList = WordList::of(&[
    "dollar", "dollars", "franc", "francs", "pound", "pounds", "yen", "rupee", "rupees", "peso", "pesos", "krone",
    "kroner", "dinar", "dinars", "riyal", "riyals", "rouble", "roubles", "ruble", "rubles", "yuan",
]);

/// What may stand behind a verb, and so behind "Polish" where it is one.
pub static OBJECTS: WordList = WordList::of(&["the", "a", "an", "it", "its", "your", "our", "my", "their", "this", "that", "these"]);
