//! A report's text, some 700 words: paragraphs that name delegations and clauses, a list, statements, a table,
//! footnotes and links. Markdown that rapporteur and Hugo both read.

use super::corpus::{Clause, Delegation, ISSUES, PROSE, Report, capital, topic};
use super::dice::Dice;
use super::words::{HEADINGS, NAMING, PLAIN, QUOTED, SPEAKERS, STANCES};

/// Writes one report: all its delegations and clauses come in turn.
struct Writer<'a> {
    report: &'a Report,
    dice: Dice,
    turn: usize,
}

/// The text below the front matter.
pub fn body(report: &Report) -> String {
    let mut writer = Writer { report, dice: Dice::new(PROSE, report.number), turn: 0 };
    let mut text = writer.paragraph(3) + &writer.link() + "[^1]\n\n";
    let statements = writer.dice.between(3, 6);
    for at in 0..statements {
        if at < 3 {
            text +=
                &format!("## {}\n\n{}\n\n", HEADINGS[(report.number + at * 3) % HEADINGS.len()], writer.paragraph(4));
        }
        text += &writer.statement();
        text += &format!("{}\n\n", writer.paragraph(2));
    }
    text += &writer.list();
    text += &writer.table();
    text += &format!("{} {}[^2]\n\n", writer.explicit(), writer.link().trim());
    text += "[^1]: Notes taken in the room; the recording is not public.\n";
    text += &format!("[^2]: See the paper that {} circulated.\n", writer.delegation().name);
    text
}

impl Writer<'_> {
    fn delegation(&mut self) -> Delegation {
        self.turn += 1;
        self.report.delegations[self.turn % self.report.delegations.len()]
    }

    fn clause(&mut self) -> Clause {
        self.report.clauses[self.turn % self.report.clauses.len()]
    }

    fn sentence(&mut self) -> String {
        if self.dice.below(5) < 3 {
            return (*self.dice.pick(PLAIN)).to_owned();
        }
        let template = *self.dice.pick(NAMING);
        let (one, other) = (self.delegation(), self.delegation());
        let clause = self.clause().cited(&mut self.dice);
        self.turn += 1;
        let further = self.clause().cited(&mut self.dice);
        let filled = template.replace("{A}", the(one)).replace("{B}", the(other));
        capital(&filled.replace("{C}", &clause).replace("{D}", &further))
    }

    fn paragraph(&mut self, sentences: usize) -> String {
        (0..sentences).map(|_| self.sentence()).collect::<Vec<_>>().join(" ")
    }

    fn link(&mut self) -> String {
        let Some((other, way)) = self.report.earlier(&mut self.dice) else { return String::new() };
        format!(" The same was said of {} in [an earlier report]({way}).", other.topic.0)
    }

    fn statement(&mut self) -> String {
        let stance = *self.dice.pick(STANCES);
        let clause = self.clause().cited(&mut self.dice).replace("Art. ", "Article ");
        let on = match clause.strip_prefix("paragraph ").and_then(|rest| rest.split_once(" of ")) {
            Some((paragraph, article)) => format!("{article}({paragraph})"),
            None => clause,
        };
        let quoted = *self.dice.pick(QUOTED);
        let plain = *self.dice.pick(PLAIN);
        if self.dice.once_in(8) {
            let (speaker, group) = *self.dice.pick(SPEAKERS);
            return format!(
                "> [!STATEMENT] {speaker} for {group} · {on} · {stance} · quoted\n> For the group, \"{quoted}\". {plain}\n\n"
            );
        }
        let who = self.delegation();
        let issue = topic(self.report.conference.number, self.dice.below(ISSUES)).0;
        let issue = if self.dice.once_in(4) { format!(", {issue}") } else { String::new() };
        let (voice, words) = match self.dice.below(4) {
            0 => (" · quoted", format!("The delegation said that \"{quoted}\".")),
            1 => (" · author", "What was meant can only be guessed from what was left out.".to_owned()),
            _ => ("", format!("The delegation explained at length why the words matter. {plain}")),
        };
        format!("> [!STATEMENT] {} · {on}{issue} · {stance}{voice}\n> {words}\n\n", who.name)
    }

    fn list(&mut self) -> String {
        let items: Vec<String> = (0..3).map(|_| format!("- {}\n", self.sentence())).collect();
        format!("Three things to watch:\n\n{}\n", items.concat())
    }

    fn table(&mut self) -> String {
        let mut table = "| Delegation | Clause | In the morning |\n|---|---|---|\n".to_owned();
        for _ in 0..4 {
            let (who, clause) = (self.delegation().name, self.clause().cited(&mut self.dice));
            table += &format!("| {who} | {} | {} |\n", capital(&clause), self.dice.pick(STANCES));
        }
        table + "\n"
    }

    /// A sentence whose mentions the author spelled out.
    fn explicit(&mut self) -> String {
        let (who, clause) = (self.delegation(), self.clause());
        let eid = clause.eid();
        format!("[The sponsor](country:{}) asked for more time on [its own words](clause:tt/{eid}).", who.code)
    }
}

/// A delegation's name in a sentence.
fn the(delegation: Delegation) -> &'static str {
    match delegation.name {
        "United States" => "the United States",
        "United Kingdom" => "the United Kingdom",
        "Netherlands" => "the Netherlands",
        "Philippines" => "the Philippines",
        "Holy See" => "the Holy See",
        name => name,
    }
}
