//! The words that reports, conferences and drafts are put together from. `{A}` and `{B}` are delegations, `{C}` and
//! `{D}` clauses, `{I}` is what a sitting was about.

/// Codes and names of delegations, those that speak most first. Names that need care (Georgia, Jordan, Guinea) are
/// left out: what they cost is measured by `cargo bench --bench recognition`.
pub const DELEGATIONS: &str = "\
USA United States|GBR United Kingdom|CHN China|RUS Russia|FRA France|NOR Norway|MEX Mexico|BRA Brazil|IND India|JPN Japan|\
ZAF South Africa|NGA Nigeria|KEN Kenya|EGY Egypt|IRN Iran|PAK Pakistan|CHE Switzerland|AUS Australia|NZL New Zealand|\
CAN Canada|SWE Sweden|FIN Finland|DNK Denmark|DEU Germany|NLD Netherlands|BEL Belgium|AUT Austria|IRL Ireland|ESP Spain|\
PRT Portugal|ITA Italy|GRC Greece|POL Poland|UKR Ukraine|ISR Israel|SAU Saudi Arabia|QAT Qatar|ARE United Arab Emirates|\
SYR Syria|IRQ Iraq|LBN Lebanon|YEM Yemen|DZA Algeria|MAR Morocco|TUN Tunisia|LBY Libya|SEN Senegal|GHA Ghana|\
CIV Côte d’Ivoire|CMR Cameroon|ETH Ethiopia|UGA Uganda|TZA Tanzania|RWA Rwanda|BDI Burundi|ZMB Zambia|ZWE Zimbabwe|\
BWA Botswana|NAM Namibia|AGO Angola|MOZ Mozambique|MDG Madagascar|MUS Mauritius|SYC Seychelles|MWI Malawi|LSO Lesotho|\
ARG Argentina|CHL Chile|URY Uruguay|PRY Paraguay|BOL Bolivia|PER Peru|ECU Ecuador|COL Colombia|VEN Venezuela|PAN Panama|\
CRI Costa Rica|NIC Nicaragua|HND Honduras|SLV El Salvador|GTM Guatemala|BLZ Belize|CUB Cuba|JAM Jamaica|\
TTO Trinidad and Tobago|BRB Barbados|GUY Guyana|SUR Suriname|HTI Haiti|IDN Indonesia|MYS Malaysia|SGP Singapore|\
THA Thailand|VNM Viet Nam|PHL Philippines|KHM Cambodia|MMR Myanmar|BGD Bangladesh|LKA Sri Lanka|NPL Nepal|BTN Bhutan|\
MDV Maldives|AFG Afghanistan|KAZ Kazakhstan|UZB Uzbekistan|KGZ Kyrgyzstan|TJK Tajikistan|TKM Turkmenistan|MNG Mongolia|\
FJI Fiji|WSM Samoa|TON Tonga|VUT Vanuatu|SLB Solomon Islands|PNG Papua New Guinea|TUV Tuvalu|KIR Kiribati|PLW Palau|\
NRU Nauru|ISL Iceland|EST Estonia|LVA Latvia|LTU Lithuania|BLR Belarus|MDA Moldova|ROU Romania|BGR Bulgaria|HUN Hungary|\
SVK Slovakia|CZE Czechia|SVN Slovenia|HRV Croatia|SRB Serbia|BIH Bosnia and Herzegovina|MNE Montenegro|ALB Albania|\
CYP Cyprus|MLT Malta|LUX Luxembourg|LIE Liechtenstein|MCO Monaco|SMR San Marino|AND Andorra|ARM Armenia|AZE Azerbaijan|\
GAB Gabon|TGO Togo|BEN Benin|BFA Burkina Faso|MLI Mali|MRT Mauritania|GMB Gambia|SLE Sierra Leone|LBR Liberia|\
CPV Cabo Verde|SDN Sudan|SSD South Sudan|ERI Eritrea|DJI Djibouti|SOM Somalia|COM Comoros|OMN Oman|KWT Kuwait|\
BHR Bahrain|BRN Brunei|TLS Timor-Leste|VAT Holy See|PSE State of Palestine";

/// A speaker, the group that it speaks for, and the group's name in lists.
pub const SPEAKERS: &[(&str, &str)] =
    &[("Jamaica", "CARICOM"), ("Indonesia", "ASEAN"), ("Fiji", "Pacific Islands Forum")];

pub const STANCES: &[&str] = &["supports", "opposes", "amends", "reserves", "questions", "notes"];

/// What a sitting is about: its words in prose, and as an issue's id.
pub const TOPICS: &[(&str, &str)] = &[
    ("scope", "scope"),
    ("end use", "end-use"),
    ("ammunition", "ammunition"),
    ("parts and components", "parts"),
    ("the risk assessment", "risk"),
    ("the prohibitions", "prohibitions"),
    ("diversion", "diversion"),
    ("record keeping", "records"),
    ("annual reports", "reports"),
    ("brokering", "brokering"),
    ("transit", "transit"),
    ("international assistance", "assistance"),
    ("victim assistance", "victims"),
    ("the secretariat", "secretariat"),
    ("the first review", "review"),
    ("entry into force", "entry"),
    ("amendments", "amendments"),
    ("settlement of disputes", "disputes"),
    ("reservations", "reservations"),
    ("universality", "universality"),
    ("gender-based violence", "gender"),
    ("corruption", "corruption"),
    ("development", "development"),
    ("regional bodies", "regional"),
];

pub const TITLES: &[&str] = &[
    "Two camps on {I}",
    "A long morning on {I}",
    "No closer on {I}",
    "{I}: the brackets stay",
    "A bridge offered on {I}",
    "The chair turns to {I}",
    "Small States speak on {I}",
    "{I}, again",
    "What was left of {I}",
    "One word holds up {I}",
];

pub const SUMMARIES: &[&str] = &[
    "Delegations agree that {I} needs a rule, and on little else; the chair promises a text for tomorrow.",
    "The debate on {I} turns on one word, which each side reads in its own way.",
    "Most of the room would take the chair’s text on {I}; those who would not say so for the first time.",
    "After a week of general remarks on {I}, the first proposals are on paper.",
];

pub const HEADINGS: &[&str] = &[
    "The chair’s text",
    "Who asked for more",
    "Who asked for less",
    "What the room made of it",
    "The small States",
    "In the corridors",
    "What comes next",
    "The legal question",
    "A proposal",
    "Two readings",
];

/// Sentences that name delegations and clauses.
pub const NAMING: &[&str] = &[
    "{A} asked that {C} be read together with {D}, since neither says alone what a State must do when it is in doubt.",
    "{A} and {B} would keep {C} as it stands in the chair’s text, and warned against opening it so late.",
    "For {A}, the words \"where feasible\" in {C} take back with one hand what the other has given.",
    "{B} replied that {A} had accepted the same words under {D} two years ago, and that nothing had changed since.",
    "{A} proposed to move the second half of {C} into a footnote, where it would offend nobody and bind nobody.",
    "The delegation of {A} could live with {C} if the reference to national law were dropped.",
    "{A} preferred \"shall\" to \"should\" in {C}; {B} preferred it the other way round, and neither gave a reason.",
    "On {C}, {A} recalled what {B} had said on Monday and asked whether that still held.",
    "{A}, supported by {B}, saw no need for {C} at all.",
    "Without {C}, said {A}, the treaty would be a list of good intentions.",
    "{A} reserved its position on {C} until it had seen the other languages.",
    "The paper that {A} circulated in the morning deletes {D} and adds a sentence to {C}.",
    "{B} thanked {A} for its paper, and then took it apart line by line.",
    "What {C} means for States that neither make nor sell was the question of {A}, which nobody answered.",
    "{A} spoke of its own practice: licences are refused under a law much like {C}, some forty times a year.",
    "{A} read {C} as leaving the choice to each State, while {B} read it as leaving none.",
    "A change that {A} called technical would, in the eyes of {B}, empty {C} of its meaning.",
    "{A} asked for the floor a second time to say that its silence on {D} was not consent.",
];

/// Sentences that name nobody.
pub const PLAIN: &[&str] = &[
    "The room was half empty, as it tends to be when a text is about to change.",
    "The chair listened for two hours and said at the end that she had heard no new argument.",
    "Most of what was said had been said before, and was said again because the record would be public.",
    "A second reading was announced for the afternoon, and moved to the next day.",
    "Nobody objected, which in this room is not the same as agreement.",
    "The interpreters left at six, and the discussion went on in one language.",
    "Observers were asked to leave before the last item, and waited in the corridor.",
    "Whoever wants to know what was meant will have to read the earlier non-paper beside the new one.",
    "The figures come from the secretariat and were not disputed.",
    "It was the shortest sitting of the week, and perhaps the most useful.",
    "Several speakers wished for a definition, and none of them offered one.",
    "The brackets in the text are fewer than last week, but they are the old ones.",
];

/// What a delegation is quoted with.
pub const QUOTED: &[&str] = &[
    "a rule that nobody can check is no rule",
    "we have waited long enough for these words",
    "the text before us is the least that we can accept",
    "without exception, and without delay",
    "this is not the place to solve that question",
    "what is not forbidden here will be done",
];

/// Parts of a draft's sentences: who, must what, about what, under which condition.
pub const DUTIES: [&[&str]; 4] = [
    &[
        "Each State Party",
        "A State Party that exports",
        "Every State",
        "The Conference of States Parties",
        "The Secretariat",
    ],
    &[
        "shall take measures to regulate",
        "shall keep records of",
        "shall assess",
        "shall report on",
        "may decide on",
        "should consider",
        "shall cooperate in",
    ],
    &[
        "the transfer of conventional arms covered by this treaty",
        "the risk of diversion to unauthorised use",
        "all authorisations that it has issued",
        "the end use of items under its control",
        "brokering within its jurisdiction",
        "the assistance that it can give or needs",
        "transit through its territory",
    ],
    &[
        "in accordance with its national law",
        "before any authorisation is given",
        "on a consistent and objective basis",
        "within ninety days of a request",
        "where it has the means to do so",
        "with due regard to its other obligations",
        "at least once a year",
    ],
];

/// Headings of a draft's articles.
pub const ARTICLES: &[&str] = &[
    "Object and purpose",
    "Use of terms",
    "Scope",
    "Ammunition",
    "Parts and components",
    "General implementation",
    "Prohibitions",
    "Export and export assessment",
    "Import",
    "Transit",
    "Brokering",
    "Diversion",
    "Record keeping",
    "Reporting",
    "Enforcement",
    "International cooperation",
    "International assistance",
    "Victims",
    "Gender",
    "Conference of States Parties",
    "Secretariat",
    "Settlement of disputes",
    "Amendments",
    "Signature and ratification",
    "Entry into force",
    "Provisional application",
    "Duration and withdrawal",
    "Reservations",
    "Relationship with other agreements",
    "Depositary and authentic texts",
];
