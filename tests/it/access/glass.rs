//! A window without a window that can be looked at in every paper, size and zoom, and asked what it would do without doing it.

use egui_kittest::Harness;
use we_can_wait::app::intent::{Intent, Setting};
use we_can_wait::app::{App, Frame, ON_PROJECTOR};
use we_can_wait::window::screens::{UiState, window_ui};

/// What the screens are drawn from.
pub struct Glass {
    pub app: App,
    pub ui_state: UiState,
    /// Intents are written down and not followed.
    pub only_listens: bool,
    pub heard: Vec<Intent>,
    shown: (u64, Frame),
    /// The folder that an author works on, for as long as it is looked at.
    pub work: Option<tempfile::TempDir>,
}

impl Glass {
    pub fn new(app: App) -> Self {
        Self {
            shown: (app.revision(), app.frame()),
            app,
            ui_state: UiState::default(),
            only_listens: false,
            heard: Vec::new(),
            work: None,
        }
    }

    fn draw(&mut self, ui: &mut egui::Ui) {
        if self.shown.0 != self.app.revision() {
            self.shown = (self.app.revision(), self.app.frame());
        }
        let mut out = Vec::new();
        window_ui(ui, self.app.labels(), &self.shown.1, &mut self.ui_state, &mut out);
        for intent in out {
            if self.only_listens {
                self.heard.push(intent);
            } else {
                self.app.act(intent);
                ui.ctx().request_repaint();
            }
        }
    }
}

/// The window.
pub type Window = Harness<'static, Glass>;

pub fn open(glass: Glass) -> Window {
    let mut window = Harness::builder()
        .with_size([1280.0, 720.0])
        .with_max_steps(30)
        .build_ui_state(|ui, glass: &mut Glass| glass.draw(ui), glass);
    window.run();
    window
}

/// What paper everything lies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    Light,
    Dark,
    /// Daylight, large and with stronger contrast.
    Projector,
}

/// How the window is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    pub paper: Paper,
    pub zoom: u16,
    /// Width and height in pixels.
    pub size: (u16, u16),
}

/// What the window opens with.
pub const PLAIN: Look = Look { paper: Paper::Light, zoom: 100, size: (1280, 720) };

impl Look {
    pub const PAPERS: [Paper; 3] = [Paper::Light, Paper::Dark, Paper::Projector];

    /// Every way there is. A projector shows no less than 1280x720.
    pub fn all() -> impl Iterator<Item = Look> {
        let papers = Self::PAPERS.into_iter();
        papers.flat_map(|paper| {
            let sizes = Self::SIZES.into_iter();
            let sizes = sizes.filter(move |(_, size)| paper != Paper::Projector || size.0 >= 1280);
            sizes.map(move |(zoom, size)| Look { paper, zoom, size })
        })
    }

    /// Sizes and zooms. At 200 %, 640x360 would be 320x180 points, which no machine has: it is what 1280x720 is at 200 %.
    /// The last two have no end below, so that all that can be scrolled to is drawn.
    pub const SIZES: [(u16, (u16, u16)); 7] = [
        (100, (1280, 720)),
        (200, (1280, 720)),
        (100, (640, 360)),
        (100, (1920, 1080)),
        (200, (1920, 1080)),
        (100, Self::ENDLESS),
        (100, (640, Self::ENDLESS.1)),
    ];

    pub const ENDLESS: (u16, u16) = (1280, 16_000);

    pub fn name(self) -> String {
        let (width, height) = self.size;
        format!("{:?} {width}x{height} {} %", self.paper, self.zoom)
    }

    /// Width and height in points.
    pub fn points(self) -> egui::Vec2 {
        let zoom = match self.paper {
            Paper::Projector => self.zoom.max(ON_PROJECTOR),
            Paper::Light | Paper::Dark => self.zoom,
        };
        let zoom = f32::from(zoom) / 100.0;
        egui::vec2(f32::from(self.size.0), f32::from(self.size.1)) / zoom
    }
}

/// Looks at the window in another way.
pub fn look(window: &mut Window, look: Look) {
    let app = &mut window.state_mut().app;
    let prefs = app.prefs().clone();
    // Nothing is set that is so already: a notice goes away when something is done.
    let (dark, projector) = (look.paper == Paper::Dark, look.paper == Paper::Projector);
    let wanted = [
        (prefs.dark != dark, Setting::Dark(dark)),
        (prefs.projector != projector, Setting::Projector(projector)),
        (prefs.zoom != look.zoom, Setting::Zoom(look.zoom)),
    ];
    for (_, setting) in wanted.into_iter().filter(|(differs, _)| *differs) {
        app.act(Intent::Set(setting));
    }
    window.run();
    window.set_size(look.points());
    window.run();
    // A panel that found its size, and what was scrolled, stand still after another.
    window.run();
}

pub fn key(window: &mut Window, key: egui::Key) {
    window.key_press(key);
    window.run();
}
