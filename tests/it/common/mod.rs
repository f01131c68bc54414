//! What several tests need: the scenario, the program, and a folder of one's own.

pub mod author;
pub mod broken;
pub mod debriefs;
pub mod games;
#[cfg(feature = "gui")]
pub mod window;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use we_can_wait::library::open::{self, Opened};
use we_can_wait::platform::Disk;
use we_can_wait::ports::Ports;
use we_can_wait::scenario::Scenario;
use we_can_wait::scenario::folder::StoredFolder;

/// The scenario that the program carries.
pub fn scenario() -> Arc<Scenario> {
    open::embedded("moscow-1955").expect("the scenario has no faults")
}

/// The ports of this machine, with the game's own folder somewhere else.
pub fn ports_in(folder: impl Into<PathBuf>) -> Ports {
    we_can_wait::platform::ports().with_data(folder.into())
}

/// The ports of this machine; nothing is saved.
pub fn nowhere() -> Ports {
    we_can_wait::platform::ports().without_data()
}

/// A folder on disk, read and checked.
pub fn examined(folder: &Path) -> Opened {
    open::read(&StoredFolder::new(&Disk, folder))
}

/// The scenario of a folder on disk.
pub fn scenario_in(folder: &Path) -> Arc<Scenario> {
    let opened = examined(folder);
    Arc::new(opened.scenario.unwrap_or_else(|| panic!("it has errors:\n{}", opened.report.render())))
}

/// The folder of the scenario among the sources.
pub fn scenario_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/moscow-1955")
}

/// Copies a folder with all that is in it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("the folder can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

/// A copy of the scenario in which one text of one file was replaced.
pub fn altered(file: &str, from: &str, to: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    copy_folder(&scenario_folder(), folder.path());
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).expect("the file is there");
    assert!(text.contains(from), "{file} holds {from:?}");
    fs::write(path, text.replacen(from, to, 1)).expect("the file can be written");
    folder
}

/// The program, with a data folder of its own.
pub struct Program {
    /// Where games are kept.
    pub data: tempfile::TempDir,
}

impl Program {
    pub fn new() -> Self {
        let data = tempfile::tempdir().expect("there is room for a folder");
        Self { data }
    }

    /// Runs it with arguments, and with these lines typed.
    pub fn typed(&self, args: &[&str], input: &str) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_we-can-wait"))
            .args(args)
            .env("WE_CAN_WAIT_DATA", self.data.path())
            .env_remove("NO_COLOR")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .env("COLUMNS", "80")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("it takes input");
        let input = input.to_owned();
        // The program may end before it has read everything.
        let writer = std::thread::spawn(move || {
            let _ = stdin.write_all(input.as_bytes());
        });
        let output = child.wait_with_output().expect("it ends");
        writer.join().expect("the input was written");
        output
    }

    /// Runs it with arguments alone.
    pub fn run(&self, args: &[&str]) -> Output {
        self.typed(args, "")
    }

    /// Runs it in a folder.
    pub fn run_in(&self, folder: &Path, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_we-can-wait"))
            .args(args)
            .current_dir(folder)
            .env("WE_CAN_WAIT_DATA", self.data.path())
            .env("COLUMNS", "80")
            .stdin(Stdio::null())
            .output()
            .expect("the program starts")
    }

    /// Files in the folder for saved games, in order.
    pub fn saves(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(self.data.path().join("saves")) else {
            return Vec::new();
        };
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        files
    }
}

/// What was printed.
pub fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What was complained about.
pub fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The exit code; a panic or a signal has none or 101.
pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

/// The texts with every run of white space made one space: wrapping is not what is tested.
pub fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
