//! `new`: creates a scenario to start from.

use std::io::Write;

use crate::library::create::{Template, create, own_folder};
use crate::ports::Ports;

use super::args::NewArgs;
use super::{Failure, OK};

/// Creates a scenario, and says what to type next.
///
/// # Errors
/// When it can't be created there, or writing fails.
pub fn run(args: &NewArgs, ports: &Ports, out: &mut dyn Write) -> Result<u8, Failure> {
    let folder = if args.own { own_folder(ports, &args.folder)? } else { args.folder.clone() };
    let template = match &args.like {
        Some(name) => Template::BuiltIn(name.clone()),
        None if args.full => Template::Folder,
        None => Template::OneFile,
    };
    let created = create(ports.storage.as_ref(), &folder, &template)?;
    writeln!(out, "Created the scenario \"{}\" in {}", created.id, created.folder.display())?;
    for file in &created.files {
        writeln!(out, "  {file}")?;
    }
    let name = quoted(&args.folder.display().to_string());
    writeln!(out, "\nOpen it in any editor, change it, and type")?;
    writeln!(out, "  we-can-wait check {name}")?;
    writeln!(out, "  we-can-wait play {name}")?;
    writeln!(out, "  we-can-wait playtest {name} --bot all --games 50")?;
    Ok(OK)
}

/// A path quoted for the shell if necessary.
fn quoted(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/\\._-:~".contains(c);
    if name.chars().all(plain) { name.to_owned() } else { format!("\"{name}\"") }
}
