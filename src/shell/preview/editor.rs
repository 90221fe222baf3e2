//! How the address is written by which an editor opens a file at a place.

use crate::shell::cli::Editor;

/// `{path}` is the whole path of the file, encoded, with a slash before it.
pub fn address(editor: Editor) -> &'static str {
    match editor {
        Editor::Vscode => "vscode://file{path}:{line}:{column}",
        Editor::Vscodium => "vscodium://file{path}:{line}:{column}",
        Editor::Cursor => "cursor://file{path}:{line}:{column}",
        Editor::Windsurf => "windsurf://file{path}:{line}:{column}",
        Editor::Zed => "zed://file{path}:{line}:{column}",
        Editor::Sublime => "subl://open?url=file://{path}&line={line}&column={column}",
        Editor::Textmate => "txmt://open?url=file://{path}&line={line}&column={column}",
        Editor::Idea => "idea://open?file={path}&line={line}&column={column}",
    }
}
