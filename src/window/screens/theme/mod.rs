//! Colours by role, typefaces, sizes and spacing.

mod faces;
mod palette;

use std::sync::Arc;

use egui::style::{Selection, WidgetVisuals};
use egui::{Color32, Context, CornerRadius, FontFamily, Id, Stroke, Style, TextStyle, Theme, Ui, Vec2, Visuals};

pub use faces::{families, font, italic, plain, plain_strong, strong, typed};
pub use palette::{DARK, LIGHT, PROJECTOR_DARK, PROJECTOR_LIGHT, Palette, contrast, palette};

/// The appearance chosen in the settings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    pub dark: bool,
    /// Stronger contrast for a projector. The zoom sets the size.
    pub projector: bool,
    pub plain_face: bool,
    pub motion: bool,
}

impl Look {
    /// The colours of this look.
    pub const fn palette(self) -> Palette {
        palette(self.dark, self.projector)
    }
}

/// The colours of the context, for code that isn't passed any.
pub fn colours(ui: &Ui) -> Palette {
    look_of(ui.ctx()).unwrap_or_default().palette()
}

/// The look of a context; `None` before it is prepared.
fn look_of(ctx: &Context) -> Option<Look> {
    ctx.data(|data| data.get_temp::<Look>(Id::new("we-can-wait-look")))
}

/// Applies a look to a context. Returns false until its fonts are loaded; nothing can be drawn before.
pub fn install(ctx: &Context, look: Look) -> bool {
    let before = look_of(ctx);
    if before == Some(look) {
        return true;
    }
    // New fonts take effect in the next pass.
    if before.is_none_or(|before| before.plain_face != look.plain_face) {
        ctx.set_fonts(faces::definitions(look.plain_face));
        ctx.request_repaint();
    }
    install_style(ctx, look);
    ctx.data_mut(|data| data.insert_temp(Id::new("we-can-wait-look"), look));
    before.is_some()
}

/// Font sizes, in points.
pub mod size {
    pub const COVER: f32 = 40.0;
    /// Heading of a screen.
    pub const SCREEN: f32 = 26.0;
    pub const HEADING: f32 = 20.0;
    /// Heading of a section, or a name.
    pub const NAME: f32 = 17.0;
    pub const BODY: f32 = 16.0;
    pub const TYPED: f32 = 15.5;
    pub const BUTTON: f32 = 15.0;
    pub const SMALL: f32 = 13.5;
    pub const STAMP: f32 = 12.5;
}

fn install_style(ctx: &Context, look: Look) {
    let theme = if look.dark { Theme::Dark } else { Theme::Light };
    ctx.set_theme(theme);
    ctx.set_style_of(theme, Arc::new(style(look)));
}

fn style(look: Look) -> Style {
    let mut style = Style { visuals: visuals(look.dark, look.palette()), ..Style::default() };
    style.text_styles = [
        (TextStyle::Heading, font(size::HEADING, strong())),
        (TextStyle::Body, font(size::BODY, FontFamily::Proportional)),
        (TextStyle::Button, font(size::BUTTON, plain())),
        (TextStyle::Small, font(size::SMALL, plain())),
        (TextStyle::Monospace, font(size::TYPED, typed())),
    ]
    .into();
    style.spacing.item_spacing = Vec2::new(8.0, 5.0);
    style.spacing.button_padding = Vec2::new(10.0, 5.0);
    style.spacing.interact_size.y = 28.0;
    style.spacing.scroll.floating = false;
    style.spacing.scroll.bar_width = 8.0;
    // Some graphics cards show the fade as a solid grey band.
    style.spacing.scroll.fade.strength = 0.0;
    style.interaction.selectable_labels = false;
    if !look.motion {
        style.animation_time = 0.0;
        style.scroll_animation = egui::style::ScrollAnimation::none();
    }
    style
}

fn visuals(dark: bool, colours: Palette) -> Visuals {
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    visuals.panel_fill = colours.desk;
    visuals.window_fill = colours.sheet;
    visuals.extreme_bg_color = colours.sheet;
    visuals.faint_bg_color = colours.field;
    visuals.override_text_color = Some(colours.ink);
    visuals.weak_text_color = Some(colours.quiet);
    visuals.hyperlink_color = colours.ours;
    visuals.indent_has_left_vline = false;
    // Disabled controls stay legible.
    visuals.disabled_alpha = 0.75;
    visuals.window_stroke = Stroke::new(1.0, colours.line);
    // egui uses the stroke both for selected text and for the ring around a focused field.
    visuals.selection = Selection { bg_fill: colours.mark, stroke: Stroke::new(2.0, colours.ours) };
    let widget = |fill: Color32, stroke: Color32, width: f32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(width, stroke),
        corner_radius: CornerRadius::same(3),
        fg_stroke: Stroke::new(1.0, colours.ink),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(colours.sheet, colours.line, 1.0);
    visuals.widgets.inactive =
        WidgetVisuals { fg_stroke: Stroke::new(1.5, colours.quiet), ..widget(colours.field, colours.line, 1.0) };
    visuals.widgets.hovered = widget(colours.field, colours.ours, 1.5);
    visuals.widgets.active = widget(colours.line, colours.ours, 2.0);
    visuals.widgets.open = widget(colours.field, colours.ours, 1.0);
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selected_text_is_readable_in_every_theme() {
        for (dark, projector) in [(false, false), (true, false), (false, true), (true, true)] {
            let colours = palette(dark, projector);
            let selection = visuals(dark, colours).selection;
            let read = |text: Color32| contrast(text, selection.bg_fill);
            // Text in a field, and the chosen entry of a list.
            assert!(read(selection.stroke.color) >= 4.5, "{dark} {projector}: {}", read(selection.stroke.color));
            assert!(read(colours.ink) >= 4.5, "{dark} {projector}: {}", read(colours.ink));
            for ground in [colours.sheet, colours.field, colours.desk] {
                assert!(contrast(selection.stroke.color, ground) >= 3.0, "the ring can be seen: {dark} {projector}");
                assert_ne!(selection.bg_fill, ground);
            }
        }
    }

    #[test]
    fn every_character_the_program_writes_is_in_every_font() {
        for plain_face in [false, true] {
            let ctx = Context::default();
            let look = Look { plain_face, ..Look::default() };
            assert!(!install(&ctx, look), "faces are there from the next pass");
            let mut output = ctx.run_ui(egui::RawInput::default(), |_| {});
            output.textures_delta.clear();
            assert!(install(&ctx, look));
            for family in families() {
                let id = font(16.0, family);
                for sign in "→…“”‘’‹›·•–—éßŌō %+-ЯЖёНикита北村徳太郎鳩山歯舞色丹国後択捉ツシマ".chars()
                {
                    let there = ctx.fonts_mut(|fonts| fonts.has_glyph(&id, sign));
                    assert!(there, "{sign} is missing in {id:?}");
                }
            }
        }
    }
}
