//! Paper, ink and type: colours by what they are for, the faces that text is set in, sizes and spacing.

mod faces;
mod palette;

use std::sync::Arc;

use egui::style::{Selection, WidgetVisuals};
use egui::{Color32, Context, CornerRadius, FontFamily, Id, Stroke, Style, TextStyle, Theme, Ui, Vec2, Visuals};

pub use faces::{families, font, italic, plain, plain_strong, strong, typed};
pub use palette::{DARK, LIGHT, PROJECTOR_DARK, PROJECTOR_LIGHT, Palette, contrast, palette};

/// How everything is to look, as a person has set it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    pub dark: bool,
    /// For a class that looks at a wall: stronger contrast. Size is a matter of zoom.
    pub projector: bool,
    pub plain_face: bool,
    pub motion: bool,
}

impl Look {
    /// Its colours.
    pub const fn palette(self) -> Palette {
        palette(self.dark, self.projector)
    }
}

/// The colours that a piece of the window is drawn in, where it was not given them.
pub fn colours(ui: &Ui) -> Palette {
    look_of(ui.ctx()).unwrap_or_default().palette()
}

/// How a context looks; nothing where it was not yet prepared.
fn look_of(ctx: &Context) -> Option<Look> {
    ctx.data(|data| data.get_temp::<Look>(Id::new("we-can-wait-look")))
}

/// Brings a context to a look. Returns false while its faces are not yet there: then nothing can be drawn.
pub fn install(ctx: &Context, look: Look) -> bool {
    let before = look_of(ctx);
    if before == Some(look) {
        return true;
    }
    // Text appears in new faces from the next pass on.
    if before.is_none_or(|before| before.plain_face != look.plain_face) {
        ctx.set_fonts(faces::definitions(look.plain_face));
        ctx.request_repaint();
    }
    install_style(ctx, look);
    ctx.data_mut(|data| data.insert_temp(Id::new("we-can-wait-look"), look));
    before.is_some()
}

/// Sizes of type, in points.
pub mod size {
    pub const COVER: f32 = 40.0;
    /// A heading of a whole screen.
    pub const SCREEN: f32 = 26.0;
    pub const HEADING: f32 = 20.0;
    /// A heading of a part, a name.
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
    // On some graphics cards the fade is a grey band instead of a fading page.
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
    // What cannot be pressed now can still be read.
    visuals.disabled_alpha = 0.75;
    visuals.window_stroke = Stroke::new(1.0, colours.line);
    visuals.selection = Selection { bg_fill: colours.ours, stroke: Stroke::new(2.0, colours.ours) };
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
    fn every_sign_that_the_program_writes_is_in_every_face() {
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
