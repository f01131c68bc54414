//! The authoring pages are followed to the letter: every file is written, every command typed, and what is then seen is what
//! the page says.

mod page;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use self::page::{Block, Kind, blocks, commands, matches};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/authoring")
}

#[test]
fn the_tutorial_can_be_followed_to_the_letter() {
    follow("tutorial.md");
}

#[test]
fn the_page_on_numbers_shows_what_the_program_says() {
    follow("numbers.md");
}

#[test]
fn the_page_on_quoting_shows_what_the_program_says() {
    follow("quoting.md");
}

/// Follows a page in an empty folder, with the data folder of a fresh installation.
///
/// With `UPDATE_GOLDEN` set, what the commands print is put into the page instead, except where the page leaves something out.
fn follow(name: &str) {
    let path = folder().join(name);
    let text = fs::read_to_string(&path).expect("the page is there");
    let reader = Reader::new();
    let mut corrected = Corrected { page: text.clone(), read: 0 };
    let all = blocks(&text);
    for (index, block) in all.iter().enumerate() {
        let after = all.get(index + 1..).unwrap_or_default();
        reader.does(name, block, after, &mut corrected);
    }
    if corrected.page != text {
        fs::write(&path, corrected.page).expect("the page can be written");
    }
}

/// A page with what is really seen, as far as it was followed.
struct Corrected {
    page: String,
    /// Up to here it was followed.
    read: usize,
}

impl Corrected {
    /// After a command stands this; with `seen`, that stands there from now on.
    fn passes(&mut self, command: &str, said: &str, seen: Option<&str>) {
        let old = format!("$ {command}\n{said}");
        let at = self.page.get(self.read..).and_then(|rest| rest.find(&old));
        let from = self.read + at.expect("the command stands on the page");
        let new = seen.map_or_else(|| old.clone(), |seen| format!("$ {command}\n{seen}\n"));
        self.page.replace_range(from..from + old.len(), &new);
        self.read = from + new.len();
    }
}

/// Somebody who does what a page says.
struct Reader {
    app: tempfile::TempDir,
    data: tempfile::TempDir,
}

impl Reader {
    fn new() -> Self {
        let folder = || tempfile::tempdir().expect("there is room for a folder");
        Self { app: folder(), data: folder() }
    }

    fn does(&self, page: &str, block: &Block, after: &[Block], corrected: &mut Corrected) {
        let at = format!("{page}:{}", block.line);
        match &block.kind {
            Kind::File(file) => self.writes(file, &block.text),
            Kind::Find(file) => {
                let put = after.first().filter(|next| next.kind == Kind::Put);
                let put = put.unwrap_or_else(|| panic!("{at}: what is put in its place?"));
                self.replaces(&at, file, block.text.trim_end(), put.text.trim_end());
            }
            Kind::Everywhere(file) => {
                for line in block.text.lines() {
                    let (find, put) = line.split_once(" -> ").expect("a name -> another");
                    self.replaces_everywhere(&at, file, find, put);
                }
            }
            Kind::Console => self.types(&at, block, after, corrected),
            Kind::Put | Kind::Typed | Kind::Seen | Kind::Shown => {}
        }
    }

    fn writes(&self, file: &str, text: &str) {
        let path = self.app.path().join(file);
        let folder = path.parent().expect("a file stands in a folder");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    fn replaces(&self, at: &str, file: &str, find: &str, put: &str) {
        let path = self.app.path().join(file);
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{at}: there is no {file}"));
        let found = text.matches(find).count();
        assert_eq!(found, 1, "{at}: this stands {found} times in {file}:\n{find}\nwhich is now:\n{text}");
        fs::write(path, text.replacen(find, put, 1)).expect("the file can be written");
    }

    fn replaces_everywhere(&self, at: &str, file: &str, find: &str, put: &str) {
        let path = self.app.path().join(file);
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{at}: there is no {file}"));
        assert!(text.contains(find), "{at}: {find} does not stand in {file}");
        fs::write(path, text.replace(find, put)).expect("the file can be written");
    }

    fn types(&self, at: &str, block: &Block, after: &[Block], corrected: &mut Corrected) {
        let commands = commands(&block.text);
        for (index, (command, seen)) in commands.iter().enumerate() {
            let last = index + 1 == commands.len();
            let typed = after.first().filter(|next| last && next.kind == Kind::Typed);
            let printed = self.runs(at, command, typed.map_or("", |block| &block.text));
            let as_said = typed.is_some() || matches(seen, &printed);
            if typed.is_some() {
                let seen = after.get(1).filter(|next| next.kind == Kind::Seen);
                in_order(at, seen.map_or("", |block| &block.text), &printed);
            } else if !as_said {
                let update = std::env::var_os("UPDATE_GOLDEN").is_some();
                let left_out = seen.lines().any(|line| line == "...");
                assert!(update && !left_out, "{at}: after `{command}` one sees\n{printed}\nand the page says\n{seen}");
            }
            corrected.passes(command, seen, (!as_said).then(|| printed.trim_end()));
        }
    }

    /// What the program prints, its complaints after the rest.
    fn runs(&self, at: &str, command: &str, typed: &str) -> String {
        let mut words = command.split_whitespace();
        let program = words.next();
        assert_eq!(program, Some("we-can-wait"), "{at}: `{command}`");
        let mut child = Command::new(env!("CARGO_BIN_EXE_we-can-wait"))
            .args(words)
            .current_dir(self.app.path())
            .env("WE_CAN_WAIT_DATA", self.data.path())
            .env("COLUMNS", "100")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("it takes input");
        // The program may end before it has read everything.
        let _ = stdin.write_all(typed.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("it ends");
        let code = output.status.code();
        assert!(matches!(code, Some(0 | 1)), "{at}: `{command}` cannot be done: {output:?}");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        format!("{}{}", text(&output.stdout), text(&output.stderr))
    }
}

/// These lines are seen one after the other, whatever stands between them.
fn in_order(at: &str, wanted: &str, printed: &str) {
    let mut rest = printed;
    for line in wanted.lines().filter(|line| !line.trim().is_empty()) {
        let Some((_, after)) = rest.split_once(line.trim()) else {
            panic!("{at}: one does not see\n{line}\namong\n{rest}");
        };
        rest = after;
    }
}

/// Every page that people read, and the folders it is in.
fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = vec![root.join("README.md")];
    let mut folders = vec![root.join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "md") {
                pages.push(path);
            }
        }
    }
    pages
}

/// Headings of a page as a browser names them.
fn anchors(page: &str) -> Vec<String> {
    let headings = page.lines().filter(|line| line.starts_with('#'));
    let plain = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    let anchor = |line: &str| -> String {
        let title = line.trim_start_matches('#').trim().to_lowercase();
        title.chars().filter(plain).collect::<String>().replace(' ', "-")
    };
    headings.map(anchor).collect()
}

#[test]
fn every_link_between_the_pages_leads_somewhere() {
    let mut dead = Vec::new();
    for path in pages() {
        let text = fs::read_to_string(&path).expect("the page can be read");
        let folder = path.parent().expect("it stands in a folder");
        for part in text.split("](").skip(1) {
            let target = part.split(')').next().unwrap_or_default();
            if target.contains("://") || target.contains(char::is_whitespace) {
                continue;
            }
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() { path.clone() } else { folder.join(file) };
            let there = if anchor.is_empty() {
                file.exists()
            } else {
                let other = fs::read_to_string(&file).unwrap_or_default();
                anchors(&other).iter().any(|known| known == anchor)
            };
            if !there {
                dead.push(format!("{}: {target}", path.display()));
            }
        }
    }
    assert!(dead.is_empty(), "links that lead nowhere:\n{}", dead.join("\n"));
}
