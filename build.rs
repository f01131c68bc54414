//! The scenarios, catalogues and pages of codes are embedded; this makes Cargo build again when one of their files changes.

fn main() {
    println!("cargo::rerun-if-changed=scenarios");
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=docs/codes");
}
