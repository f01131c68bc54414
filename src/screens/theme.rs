//! Paper, ink and type: colours by what they are for, and the faces that text is set in.

use std::sync::Arc;

use egui::style::{Selection, WidgetVisuals};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Stroke, Style,
    TextStyle, Theme, Vec2, Visuals,
};

/// Colours by their role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The desk that sheets lie on.
    pub desk: Color32,
    /// A sheet of paper.
    pub sheet: Color32,
    /// A field on the sheet that can be pressed.
    pub field: Color32,
    /// Text.
    pub ink: Color32,
    /// Text of lesser weight.
    pub quiet: Color32,
    /// Rules and borders.
    pub line: Color32,
    /// The player's side.
    pub ours: Color32,
    /// The hosts, and what went wrong.
    pub theirs: Color32,
    /// Text on either of the two.
    pub on_strong: Color32,
    /// Behind words that are pointed at.
    pub mark: Color32,
}

/// By daylight.
pub const LIGHT: Palette = Palette {
    desk: Color32::from_rgb(0xE6, 0xDC, 0xC6),
    sheet: Color32::from_rgb(0xFB, 0xF7, 0xEC),
    field: Color32::from_rgb(0xF0, 0xE8, 0xD6),
    ink: Color32::from_rgb(0x25, 0x21, 0x1B),
    quiet: Color32::from_rgb(0x5F, 0x57, 0x4A),
    line: Color32::from_rgb(0xC9, 0xBC, 0xA1),
    ours: Color32::from_rgb(0x1D, 0x3B, 0x66),
    theirs: Color32::from_rgb(0x9A, 0x2A, 0x22),
    on_strong: Color32::from_rgb(0xFF, 0xFC, 0xF4),
    mark: Color32::from_rgb(0xF6, 0xDF, 0x92),
};

/// By lamplight.
pub const DARK: Palette = Palette {
    desk: Color32::from_rgb(0x17, 0x15, 0x13),
    sheet: Color32::from_rgb(0x24, 0x21, 0x1D),
    field: Color32::from_rgb(0x33, 0x2F, 0x29),
    ink: Color32::from_rgb(0xED, 0xE5, 0xD5),
    quiet: Color32::from_rgb(0xB9, 0xAE, 0x9A),
    line: Color32::from_rgb(0x55, 0x4D, 0x41),
    ours: Color32::from_rgb(0xA9, 0xC8, 0xF0),
    theirs: Color32::from_rgb(0xF0, 0x92, 0x84),
    on_strong: Color32::from_rgb(0x17, 0x15, 0x13),
    mark: Color32::from_rgb(0x5E, 0x4C, 0x12),
};

/// The palette of a style.
pub fn palette(dark: bool) -> Palette {
    if dark { DARK } else { LIGHT }
}

/// Words of the record are set like a typed document.
pub fn typed() -> FontFamily {
    FontFamily::Monospace
}

/// What the author inferred leans.
pub fn leaning() -> FontFamily {
    FontFamily::Name("leaning".into())
}

/// Headings and names.
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// Labels, badges, buttons.
pub fn plain() -> FontFamily {
    FontFamily::Name("plain".into())
}

/// Small headings.
pub fn plain_strong() -> FontFamily {
    FontFamily::Name("plain-strong".into())
}

/// A size in a family.
pub fn font(size: f32, family: FontFamily) -> FontId {
    FontId::new(size, family)
}

/// Puts the faces into a context. Text appears in them from the next pass on.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    let faces: [(&str, &'static [u8], FontFamily); 6] = [
        (
            "PT Serif",
            include_bytes!("../../assets/fonts/PTF55F.ttf"),
            FontFamily::Proportional,
        ),
        (
            "PT Serif Italic",
            include_bytes!("../../assets/fonts/PTF56F.ttf"),
            leaning(),
        ),
        (
            "PT Serif Bold",
            include_bytes!("../../assets/fonts/PTF75F.ttf"),
            strong(),
        ),
        (
            "PT Sans",
            include_bytes!("../../assets/fonts/PTS55F.ttf"),
            plain(),
        ),
        (
            "PT Sans Bold",
            include_bytes!("../../assets/fonts/PTS75F.ttf"),
            plain_strong(),
        ),
        (
            "Courier Prime",
            include_bytes!("../../assets/fonts/CourierPrime-Regular.otf"),
            typed(),
        ),
    ];
    // Signs that a face lacks come from the program's other faces.
    let others: Vec<String> = [FontFamily::Proportional, FontFamily::Monospace]
        .iter()
        .filter_map(|family| fonts.families.get(family))
        .flatten()
        .cloned()
        .collect();
    for (name, bytes, family) in faces {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let mut chain = vec![name.to_owned(), "PT Serif".to_owned()];
        chain.extend(others.iter().cloned());
        fonts.families.insert(family, chain);
    }
    ctx.set_fonts(fonts);
}

/// Sets colours, type and spacing.
pub fn install_style(ctx: &Context, dark: bool, motion: bool) {
    let theme = if dark { Theme::Dark } else { Theme::Light };
    ctx.set_theme(theme);
    let style = Arc::new(style(dark, motion));
    ctx.set_style_of(theme, style);
}

fn style(dark: bool, motion: bool) -> Style {
    let colours = palette(dark);
    let mut style = Style {
        visuals: visuals(dark, colours),
        ..Style::default()
    };
    style.text_styles = [
        (TextStyle::Heading, font(20.0, strong())),
        (TextStyle::Body, font(16.0, FontFamily::Proportional)),
        (TextStyle::Button, font(15.0, plain())),
        (TextStyle::Small, font(13.5, plain())),
        (TextStyle::Monospace, font(15.5, typed())),
    ]
    .into();
    style.spacing.item_spacing = Vec2::new(8.0, 5.0);
    style.spacing.button_padding = Vec2::new(10.0, 5.0);
    style.spacing.interact_size.y = 28.0;
    style.spacing.scroll.floating = false;
    style.spacing.scroll.bar_width = 8.0;
    // On some graphics cards the fade is a grey band instead of a fading page.
    style.spacing.scroll.fade.strength = 0.0;
    style.interaction.selectable_labels = false;
    if !motion {
        style.animation_time = 0.0;
        style.scroll_animation = egui::style::ScrollAnimation::none();
    }
    style
}

fn visuals(dark: bool, colours: Palette) -> Visuals {
    let mut visuals = if dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    visuals.panel_fill = colours.desk;
    visuals.window_fill = colours.sheet;
    visuals.extreme_bg_color = colours.sheet;
    visuals.faint_bg_color = colours.field;
    visuals.override_text_color = Some(colours.ink);
    visuals.weak_text_color = Some(colours.quiet);
    visuals.hyperlink_color = colours.ours;
    visuals.indent_has_left_vline = false;
    visuals.window_stroke = Stroke::new(1.0, colours.line);
    visuals.selection = Selection {
        bg_fill: colours.ours,
        stroke: Stroke::new(2.0, colours.ours),
    };
    let widget = |fill: Color32, stroke: Color32, width: f32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(width, stroke),
        corner_radius: CornerRadius::same(3),
        fg_stroke: Stroke::new(1.0, colours.ink),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(colours.sheet, colours.line, 1.0);
    visuals.widgets.inactive = WidgetVisuals {
        fg_stroke: Stroke::new(1.5, colours.quiet),
        ..widget(colours.field, colours.line, 1.0)
    };
    visuals.widgets.hovered = widget(colours.field, colours.ours, 1.5);
    visuals.widgets.active = widget(colours.line, colours.ours, 2.0);
    visuals.widgets.open = widget(colours.field, colours.ours, 1.0);
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Color32) -> f64 {
        let part = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.03928 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_sign_that_the_program_writes_is_in_every_face() {
        let ctx = Context::default();
        install_fonts(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |_| {});
        output.textures_delta.clear();
        let faces = [
            FontFamily::Proportional,
            leaning(),
            strong(),
            plain(),
            plain_strong(),
            typed(),
        ];
        for family in faces {
            let id = font(16.0, family);
            for sign in "→…“”‘’‹›·•–—éßŌ %+-ЯЖ".chars() {
                let there = ctx.fonts_mut(|fonts| fonts.has_glyph(&id, sign));
                assert!(there, "{sign} is missing in {id:?}");
            }
        }
    }

    #[test]
    fn every_text_stands_out_from_every_ground_it_is_set_on() {
        for colours in [LIGHT, DARK] {
            for ground in [colours.desk, colours.sheet, colours.field] {
                for text in [colours.ink, colours.quiet, colours.ours, colours.theirs] {
                    let found = contrast(text, ground);
                    assert!(found >= 4.5, "{text:?} on {ground:?}: {found:.2}");
                }
            }
            for strong in [colours.ours, colours.theirs] {
                assert!(contrast(colours.on_strong, strong) >= 4.5);
            }
            assert!(contrast(colours.ink, colours.mark) >= 4.5);
        }
    }
}
