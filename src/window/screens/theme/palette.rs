//! Colours by role: light, dark, and each of them for a projector.

use egui::Color32;

/// Colours by role. `docs/art.md` describes each, with pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    pub desk: Color32,
    pub sheet: Color32,
    pub field: Color32,
    pub ink: Color32,
    pub quiet: Color32,
    /// Rules and borders, which repeat what spacing shows and carry no meaning alone.
    pub line: Color32,
    pub ours: Color32,
    pub theirs: Color32,
    pub on_strong: Color32,
    pub mark: Color32,
    pub wall: Color32,
    pub wall_line: Color32,
    pub cloth: Color32,
    pub cloth_line: Color32,
    pub figure: Color32,
    pub sea: Color32,
    pub land: Color32,
    /// The coastline, and lines drawn on land.
    pub coast: Color32,
}

pub const LIGHT: Palette = Palette {
    desk: rgb(0xE6_DC_C6),
    sheet: rgb(0xFB_F7_EC),
    field: rgb(0xF0_E8_D6),
    ink: rgb(0x25_21_1B),
    quiet: rgb(0x5F_57_4A),
    line: rgb(0xC9_BC_A1),
    ours: rgb(0x18_33_5E),
    theirs: rgb(0xAE_2F_26),
    on_strong: rgb(0xFF_FC_F4),
    mark: rgb(0xF6_DF_92),
    wall: rgb(0xDA_CD_B2),
    wall_line: rgb(0xC2_B2_92),
    cloth: rgb(0x4C_68_57),
    cloth_line: rgb(0x38_4F_41),
    figure: rgb(0x77_6D_5D),
    sea: rgb(0xC9_DA_DC),
    land: rgb(0xF4_EC_D8),
    coast: rgb(0x66_5C_4B),
};

pub const DARK: Palette = Palette {
    desk: rgb(0x17_15_13),
    sheet: rgb(0x24_21_1D),
    field: rgb(0x33_2F_29),
    ink: rgb(0xED_E5_D5),
    quiet: rgb(0xB9_AE_9A),
    line: rgb(0x55_4D_41),
    ours: rgb(0xB8_D3_F6),
    theirs: rgb(0xEC_85_77),
    on_strong: rgb(0x17_15_13),
    mark: rgb(0x5E_4C_12),
    wall: rgb(0x1F_1C_18),
    wall_line: rgb(0x35_30_28),
    cloth: rgb(0x2B_40_35),
    cloth_line: rgb(0x1D_2D_25),
    figure: rgb(0x83_7A_6A),
    sea: rgb(0x18_27_30),
    land: rgb(0x3B_36_2D),
    coast: rgb(0xA8_9C_85),
};

/// Light colours for a projector in a bright room.
pub const PROJECTOR_LIGHT: Palette = Palette {
    desk: rgb(0xE8_E5_DE),
    sheet: rgb(0xFF_FF_FF),
    field: rgb(0xF1_EF_EA),
    ink: rgb(0x0D_0C_0A),
    quiet: rgb(0x3A_36_30),
    line: rgb(0x8C_86_7B),
    ours: rgb(0x0B_27_55),
    theirs: rgb(0xA3_17_10),
    on_strong: rgb(0xFF_FF_FF),
    mark: rgb(0xFF_E0_78),
    wall: rgb(0xDD_D6_C8),
    wall_line: rgb(0xAF_A6_94),
    cloth: rgb(0x3A_5A_47),
    cloth_line: rgb(0x26_3F_31),
    figure: rgb(0x66_5D_50),
    sea: rgb(0xBF_D6_DC),
    land: rgb(0xFA_F5_E8),
    coast: rgb(0x3F_39_2F),
};

pub const PROJECTOR_DARK: Palette = Palette {
    desk: rgb(0x00_00_00),
    sheet: rgb(0x10_10_0F),
    field: rgb(0x25_24_22),
    ink: rgb(0xFF_FF_FF),
    quiet: rgb(0xDA_D5_CB),
    line: rgb(0x7D_76_6A),
    ours: rgb(0xCF_E2_FF),
    theirs: rgb(0xFF_95_86),
    on_strong: rgb(0x00_00_00),
    mark: rgb(0x66_50_00),
    wall: rgb(0x16_14_12),
    wall_line: rgb(0x40_3A_31),
    cloth: rgb(0x2E_4A_3B),
    cloth_line: rgb(0x1B_2E_24),
    figure: rgb(0x9A_90_7F),
    sea: rgb(0x0F_20_2A),
    land: rgb(0x38_34_2C),
    coast: rgb(0xC9_BE_A8),
};

impl Palette {
    /// Text and lines on the tablecloth, which is dark in every palette.
    pub const fn on_cloth(&self) -> Color32 {
        rgb(0xF7_F2_E4)
    }
}

/// The colours for a combination of settings.
pub const fn palette(dark: bool, projector: bool) -> Palette {
    match (dark, projector) {
        (false, false) => LIGHT,
        (true, false) => DARK,
        (false, true) => PROJECTOR_LIGHT,
        (true, true) => PROJECTOR_DARK,
    }
}

const fn rgb(colour: u32) -> Color32 {
    let [_, red, green, blue] = colour.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// The contrast ratio of WCAG 2.2, from 1 to 21.
pub fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of WCAG 2.2, from 0 to 1.
fn luminance(colour: Color32) -> f64 {
    let part = |byte: u8| {
        let value = f64::from(byte) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Palette; 4] = [LIGHT, DARK, PROJECTOR_LIGHT, PROJECTOR_DARK];

    #[test]
    fn contrast_matches_the_wcag_definition() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
        // The lightest grey that passes on white.
        let grey = Color32::from_gray(0x76);
        assert!((4.5..4.6).contains(&contrast(grey, Color32::WHITE)));
    }

    #[test]
    fn every_text_colour_contrasts_with_its_backgrounds() {
        for colours in ALL {
            for ground in [colours.desk, colours.sheet, colours.field] {
                for text in [colours.ink, colours.quiet, colours.ours, colours.theirs] {
                    let found = contrast(text, ground);
                    assert!(found >= 4.5, "{text:?} on {ground:?}: {found:.2}");
                }
            }
            for strong in [colours.ours, colours.theirs] {
                assert!(contrast(colours.on_strong, strong) >= 4.5);
            }
            for ground in [colours.mark, colours.sea, colours.land, colours.wall] {
                let found = contrast(colours.ink, ground);
                assert!(found >= 4.5, "ink on {ground:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn projector_text_has_more_contrast() {
        for colours in [PROJECTOR_LIGHT, PROJECTOR_DARK] {
            for ground in [colours.desk, colours.sheet, colours.field] {
                for text in [colours.ink, colours.quiet] {
                    let found = contrast(text, ground);
                    assert!(found >= 7.0, "{text:?} on {ground:?}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn meaningful_shapes_contrast_with_their_backgrounds() {
        for colours in ALL {
            let pairs = [
                ("figure", colours.figure, "wall", colours.wall),
                ("ours", colours.ours, "wall", colours.wall),
                ("theirs", colours.theirs, "wall", colours.wall),
                ("cloth", colours.on_cloth(), "cloth", colours.cloth),
                ("coast", colours.coast, "sea", colours.sea),
                ("coast", colours.coast, "land", colours.land),
                ("ours", colours.ours, "sea", colours.sea),
                ("theirs", colours.theirs, "sea", colours.sea),
                ("ours", colours.ours, "land", colours.land),
                ("theirs", colours.theirs, "land", colours.land),
            ];
            for (name, one, behind, other) in pairs {
                let found = contrast(one, other);
                assert!(found >= 3.0, "{name} on {behind}: {found:.2}");
            }
        }
    }

    #[test]
    fn the_two_sides_differ_in_lightness_and_not_in_hue_alone() {
        for colours in ALL {
            let found = contrast(colours.ours, colours.theirs);
            assert!(found >= 1.5, "{found:.2}");
        }
    }
}
