//! Renders a screen to an image without a graphics card, for the README, for inspection and for tests.
//!
//! The existing software renderers need other versions of egui, so this fills the triangles itself.

use std::path::Path;

use egui::epaint::{ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, Pos2, RawInput, Rect, TextureId, Ui, Vec2};

use crate::ports::{Storage, StorageError, WriteMode};

/// An image of 8-bit colours, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<Color32>,
}

/// Why an image could not be made or saved.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("{0}")]
    Encoding(#[from] png::EncodingError),
    #[error("a picture is between 320x240 and 4096x4096 pixels, and {0}x{1} is not")]
    Size(usize, usize),
}

/// The font atlas.
#[derive(Default)]
struct Atlas {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
}

impl Atlas {
    fn apply(&mut self, delta: &ImageDelta) {
        let egui::ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        let (left, top) = match delta.pos {
            Some([left, top]) => (left, top),
            None => {
                *self = Atlas { width, height, pixels: vec![Color32::TRANSPARENT; width * height] };
                (0, 0)
            }
        };
        for (row, line) in image.pixels.chunks(width.max(1)).enumerate() {
            let start = (top + row) * self.width + left;
            if let Some(target) = self.pixels.get_mut(start..start + line.len()) {
                target.copy_from_slice(line);
            }
        }
    }

    /// The interpolated colour at a texture coordinate.
    fn at(&self, u: f32, v: f32) -> [f32; 4] {
        let x = u * self.width as f32 - 0.5;
        let y = v * self.height as f32 - 0.5;
        let (left, top) = (x.floor(), y.floor());
        let (fx, fy) = (x - left, y - top);
        let pixel = |x: f32, y: f32| {
            let x = (x.max(0.0) as usize).min(self.width.saturating_sub(1));
            let y = (y.max(0.0) as usize).min(self.height.saturating_sub(1));
            let colour = self.pixels.get(y * self.width + x);
            colour.copied().unwrap_or(Color32::WHITE).to_array()
        };
        let corners = [
            (pixel(left, top), (1.0 - fx) * (1.0 - fy)),
            (pixel(left + 1.0, top), fx * (1.0 - fy)),
            (pixel(left, top + 1.0), (1.0 - fx) * fy),
            (pixel(left + 1.0, top + 1.0), fx * fy),
        ];
        let mut sum = [0.0; 4];
        for (colour, weight) in corners {
            for (part, byte) in sum.iter_mut().zip(colour) {
                *part += f32::from(byte) / 255.0 * weight;
            }
        }
        sum
    }
}

/// Renders what `draw` draws. Runs several passes, so that the layout settles.
///
/// # Errors
/// When the size is out of bounds.
pub fn picture(width: usize, height: usize, mut draw: impl FnMut(&mut Ui)) -> Result<Picture, PictureError> {
    if !(320..=4096).contains(&width) || !(240..=4096).contains(&height) {
        return Err(PictureError::Size(width, height));
    }
    const PASSES: u32 = 8;
    let ctx = egui::Context::default();
    let mut atlas = Atlas::default();
    let mut shapes = Vec::new();
    let mut scale = 1.0;
    for pass in 0..PASSES {
        let size = Vec2::new(width as f32, height as f32) / ctx.zoom_factor();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
            time: Some(f64::from(pass)),
            ..RawInput::default()
        };
        let mut output = ctx.run_ui(input, &mut draw);
        let letters = output.textures_delta.set.get(&TextureId::default());
        for delta in letters.into_iter().flatten() {
            atlas.apply(delta);
        }
        output.textures_delta.clear();
        scale = output.pixels_per_point;
        shapes = output.shapes;
    }
    let mut picture = Picture { width, height, pixels: vec![Color32::BLACK; width * height] };
    for primitive in ctx.tessellate(shapes, scale) {
        if let Primitive::Mesh(mesh) = &primitive.primitive {
            let clip = primitive.clip_rect * scale;
            picture.fill_mesh(mesh, clip, scale, &atlas);
        }
    }
    Ok(picture)
}

/// Twice the signed area of a triangle. The sign gives its orientation.
fn turn(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

impl Picture {
    fn fill_mesh(&mut self, mesh: &Mesh, clip: Rect, scale: f32, atlas: &Atlas) {
        if mesh.texture_id != TextureId::default() {
            return;
        }
        for corners in mesh.indices.chunks_exact(3) {
            let corner = |index: u32| {
                let vertex = mesh.vertices.get(index as usize).copied()?;
                Some(Vertex { pos: (vertex.pos.to_vec2() * scale).to_pos2(), ..vertex })
            };
            if let [a, b, c] = corners
                && let (Some(a), Some(b), Some(c)) = (corner(*a), corner(*b), corner(*c))
            {
                self.fill(a, b, c, clip, atlas);
            }
        }
    }

    fn fill(&mut self, a: Vertex, b: Vertex, c: Vertex, clip: Rect, atlas: &Atlas) {
        let area = turn(a.pos, b.pos, c.pos);
        if area == 0.0 {
            return;
        }
        let bounds = Rect::from_points(&[a.pos, b.pos, c.pos]).intersect(clip);
        let column = |x: f32, most: usize| (x.max(0.0) as usize).min(most);
        let rows = column(bounds.top().floor(), self.height)..column(bounds.bottom().ceil(), self.height);
        for y in rows {
            let columns = column(bounds.left().floor(), self.width)..column(bounds.right().ceil(), self.width);
            for x in columns {
                let at = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
                if !clip.contains(at) {
                    continue;
                }
                let weights =
                    [turn(b.pos, c.pos, at) / area, turn(c.pos, a.pos, at) / area, turn(a.pos, b.pos, at) / area];
                if weights.iter().all(|weight| *weight >= 0.0) {
                    self.blend(x, y, [a, b, c], weights, atlas);
                }
            }
        }
    }

    fn blend(&mut self, x: usize, y: usize, corners: [Vertex; 3], weights: [f32; 3], atlas: &Atlas) {
        let (mut colour, mut u, mut v) = ([0.0_f32; 4], 0.0, 0.0);
        for (vertex, weight) in corners.iter().zip(weights) {
            for (part, byte) in colour.iter_mut().zip(vertex.color.to_array()) {
                *part += f32::from(byte) / 255.0 * weight;
            }
            u += vertex.uv.x * weight;
            v += vertex.uv.y * weight;
        }
        let texel = atlas.at(u, v);
        let Some(pixel) = self.pixels.get_mut(y * self.width + x) else {
            return;
        };
        let below = pixel.to_array();
        let covers = colour[3] * texel[3];
        let part = |index: usize| {
            let above = colour[index] * texel[index];
            let under = f32::from(below[index]) / 255.0 * (1.0 - covers);
            ((above + under).clamp(0.0, 1.0) * 255.0).round() as u8
        };
        *pixel = Color32::from_rgb(part(0), part(1), part(2));
    }

    /// Saves the image as a PNG file. An existing file is replaced only once the new one is complete.
    ///
    /// # Errors
    /// When the image can't be encoded or the file can't be written.
    pub fn save(&self, storage: &dyn Storage, path: &Path) -> Result<(), PictureError> {
        Ok(storage.write(path, &self.png()?, WriteMode::Shared)?)
    }

    /// The image encoded as PNG.
    ///
    /// # Errors
    /// When encoding fails.
    pub fn png(&self) -> Result<Vec<u8>, PictureError> {
        let (width, height) =
            (u32::try_from(self.width).unwrap_or(u32::MAX), u32::try_from(self.height).unwrap_or(u32::MAX));
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let bytes: Vec<u8> = self.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&bytes)?;
        writer.finish()?;
        Ok(png)
    }
}
