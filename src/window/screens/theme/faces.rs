//! The typefaces, and what each is for.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId};

/// Words of the record, set like a typed document.
pub fn typed() -> FontFamily {
    FontFamily::Monospace
}

/// Text the author inferred, in italics.
pub fn italic() -> FontFamily {
    FontFamily::Name("italic".into())
}

/// Headings and names.
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// Labels, badges and buttons.
pub fn plain() -> FontFamily {
    FontFamily::Name("plain".into())
}

/// Small headings.
pub fn plain_strong() -> FontFamily {
    FontFamily::Name("plain-strong".into())
}

/// A font of a size and family.
pub fn font(size: f32, family: FontFamily) -> FontId {
    FontId::new(size, family)
}

/// Every family in use.
pub fn families() -> [FontFamily; 6] {
    [FontFamily::Proportional, italic(), strong(), plain(), plain_strong(), typed()]
}

macro_rules! face {
    ($name:literal, $file:literal) => {
        ($name, include_bytes!(concat!("../../../../assets/fonts/", $file)))
    };
}

/// The built-in fonts; `assets/fonts/README.md` says where they come from.
const FACES: [(&str, &[u8]); 9] = [
    face!("PT Serif", "PTF55F.ttf"),
    face!("PT Serif Italic", "PTF56F.ttf"),
    face!("PT Serif Bold", "PTF75F.ttf"),
    face!("PT Sans", "PTS55F.ttf"),
    face!("PT Sans Italic", "PTS56F.ttf"),
    face!("PT Sans Bold", "PTS75F.ttf"),
    face!("Courier Prime", "CourierPrime-Regular.otf"),
    // Provides Cyrillic typewriter letters.
    face!("PT Mono", "PTM55F.ttf"),
    // Provides Japanese glyphs in their Japanese forms.
    face!("BIZ UDPMincho", "BIZUDPMincho-JIS.ttf"),
];

/// The font of a family, followed by its fallbacks.
fn chain(family: &FontFamily, one_plain_face: bool) -> Vec<&'static str> {
    let own: &[&str] = if one_plain_face {
        match family {
            family if *family == italic() => &["PT Sans Italic"],
            family if *family == strong() || *family == plain_strong() => &["PT Sans Bold"],
            _ => &["PT Sans"],
        }
    } else {
        match family {
            FontFamily::Proportional => &["PT Serif"],
            FontFamily::Monospace => &["Courier Prime", "PT Mono"],
            family if *family == italic() => &["PT Serif Italic"],
            family if *family == strong() => &["PT Serif Bold"],
            family if *family == plain_strong() => &["PT Sans Bold"],
            FontFamily::Name(_) => &["PT Sans"],
        }
    };
    let mut chain = own.to_vec();
    chain.extend(["PT Serif", "BIZ UDPMincho"]);
    chain
}

/// The fonts for a context. With `one_plain_face` all text is sans serif, which many people find easier to read;
/// quotations still have their marks and badges.
pub(super) fn definitions(one_plain_face: bool) -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    // Symbols missing from all of these come from egui's own fonts.
    let others: Vec<String> = [FontFamily::Proportional, FontFamily::Monospace]
        .iter()
        .filter_map(|family| fonts.families.get(family))
        .flatten()
        .cloned()
        .collect();
    for (name, bytes) in FACES {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
    }
    for family in families() {
        let mut names: Vec<String> = chain(&family, one_plain_face).into_iter().map(str::to_owned).collect();
        names.extend(others.iter().cloned());
        fonts.families.insert(family, names);
    }
    fonts
}
