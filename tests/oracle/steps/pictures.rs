//! What happens to pictures: they are shown, replaced, renamed, deleted, damaged. Texts that show them follow, or do not.

use super::{Site, is_report};
use crate::dice::Dice;
use crate::drawing::drawing;
use crate::text;

/// Low, and wide enough for two widths.
const HEIGHT: u32 = 6;

fn bytes(path: &str, dice: &mut Dice) -> Vec<u8> {
    let width = u32::try_from(dice.between(470, 640)).unwrap_or(480);
    drawing(path, (width, HEIGHT))
}

fn is_picture(path: &str) -> bool {
    path.starts_with("content/") && (path.ends_with(".png") || path.ends_with(".jpg"))
}

/// A report shows a picture of its conference, which is drawn if it is not there.
pub fn show(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let report = site.pick(dice, is_report)?;
    let folder = report.rsplit_once('/').map(|(folder, _)| folder.to_owned())?;
    let name = *dice.pick(&["room.png", "room.jpg", "corridor.png"]);
    let path = format!("{folder}/{name}");
    if !site.folder.sources.contains_key(&path) {
        let drawn = bytes(&path, dice);
        site.folder.write(&path, drawn);
    }
    let shown = format!("![A room]({name})");
    site.edit(&report, |old| match old.contains("photo:") || old.contains("titel:") {
        true => text::with_paragraph(old, &shown),
        false => old.replacen("---\n", &format!("---\nphoto: {{src: {name}, alt: A room, credit: A. Writer}}\n"), 1),
    })?;
    Some(format!("{report} shows {name}"))
}

pub fn change(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_picture)?;
    match dice.below(6) {
        0..=2 => {
            let drawn = bytes(&path, dice);
            site.folder.write(&path, drawn);
            Some(format!("the picture {path} is drawn anew"))
        }
        3 => {
            let mut cut = site.folder.sources.get(&path)?.clone();
            cut.truncate(cut.len() / 2);
            site.folder.write(&path, cut);
            Some(format!("the picture {path} is cut short"))
        }
        4 => {
            site.folder.remove(&path);
            Some(format!("the picture {path} is deleted"))
        }
        _ => {
            let (folder, name) = path.rsplit_once('/')?;
            let other = format!("hall-{}.{}", dice.below(3), name.rsplit_once('.')?.1);
            let to = format!("{folder}/{other}");
            if site.folder.sources.contains_key(&to) {
                return None;
            }
            site.folder.rename(&path, &to);
            for text in site.paths(|path| path.starts_with(folder) && path.ends_with(".md")) {
                site.edit(&text, |old| old.replace(name, &other));
            }
            Some(format!("the picture {path} is called {other} from now on"))
        }
    }
}
