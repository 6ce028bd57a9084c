/// The table of commands, in the order of the help.
///
/// The keymap, the prompt and its completion, the palette, the help, the README's table of keys and the manual page are
/// made from these rows and from nothing else.
enum StandardCommands {
    static let all =
        moving + panes + reading + finding + time + editing + reviewing + judging + warning + board + entering

    /// What can be read can be moved through with the same keys.
    private static let readable: Set<Context> = [.board, .document]
    private static let everywhere: Set<Context> = [.board, .document, .prompt, .form, .list]

    private static let moving: [Command] = [
        Command(.moveDown, "Move down", in: .moving, contexts: readable, keys: ["j", "<Down>", "<C-n>"]),
        Command(.moveUp, "Move up", in: .moving, contexts: readable, keys: ["k", "<Up>"]),
        Command(.moveLeft, "Fold, or go to the pane on the left", in: .moving, keys: ["h", "<Left>"]),
        Command(.moveRight, "Unfold, or go to the pane on the right", in: .moving, keys: ["l", "<Right>"]),
        Command(.top, "Go to the first line", in: .moving, contexts: readable, keys: ["g", "<Home>"]),
        Command(.bottom, "Go to the last line", in: .moving, contexts: readable, keys: ["G", "<End>"]),
        Command(.halfPageDown, "Move half a page down", in: .moving, contexts: readable, keys: ["<C-d>"]),
        Command(.halfPageUp, "Move half a page up", in: .moving, contexts: readable, keys: ["<C-u>"]),
        Command(
            .pageDown, "Move a page down", in: .moving, contexts: readable.union([.list]),
            keys: ["<PageDown>", Binding("<C-f>", in: readable), Binding("<Space>", in: readable)]),
        Command(
            .pageUp, "Move a page up", in: .moving, contexts: readable.union([.list]),
            keys: ["<PageUp>", Binding("<C-b>", in: readable)]),
        Command(.nextGroup, "Go to the next ladder, actor group or day", in: .moving, keys: ["}"]),
        Command(.previousGroup, "Go to the ladder, actor group or day before", in: .moving, keys: ["{"]),
        Command(.nextUnseen, "Go to the next thing you have not seen", in: .moving, keys: ["u"]),
    ]

    private static let panes: [Command] = [
        Command(.nextPane, "Go to the next pane", in: .panes, keys: ["<Tab>"]),
        Command(.previousPane, "Go to the previous pane", in: .panes, keys: ["<S-Tab>"]),
        Command(
            .pane, "Go to a pane", in: .panes, arguments: [Argument("pane", .pane, isRequired: true)],
            keys: [
                Binding("1", "actors"), Binding("2", "ladders"), Binding("3", "quotes"), Binding("4", "timeline"),
                Binding("5", "wire"), Binding("6", "log"), Binding("0", "detail"),
            ]),
        Command(.zoom, "Give this pane the whole board, and back again", in: .panes, keys: ["f"]),
        Command(.foldAll, "Fold everything in this pane", in: .panes, keys: ["-"]),
        Command(.unfoldAll, "Unfold everything in this pane", in: .panes, keys: ["+"]),
    ]

    private static let reading: [Command] = [
        Command(.open, "Open what the cursor is on", in: .reading, contexts: readable, keys: ["<Enter>"]),
        Command(
            .back, "Go back, or close what is open", in: .reading, contexts: readable, keys: ["<Esc>", "<Backspace>"]),
        Command(.source, "Open the source at the sentence", in: .reading, contexts: readable, keys: ["o"]),
        Command(.copy, "Copy to the clipboard", in: .reading, contexts: readable, keys: ["y"]),
        Command(.scrollDown, "Scroll the detail pane down", in: .reading, contexts: readable, keys: ["<C-e>"]),
        Command(.scrollUp, "Scroll the detail pane up", in: .reading, contexts: readable, keys: ["<C-y>"]),
        Command(.markSeen, "Mark everything seen", in: .reading, keys: ["A"]),
        Command(
            .timeline, "Show what an actor said, did and suffered", in: .reading,
            arguments: [Argument("actor", .actor)], keys: ["t"]),
    ]

    private static let finding: [Command] = [
        Command(
            .filter, "Show only what matches", in: .finding, contexts: readable,
            arguments: [Argument("query", .query, takesRest: true)], keys: ["/"]),
        Command(.clearFilter, "Show everything again", in: .finding, contexts: readable),
        Command(
            .find, "Show all that answers a query, of every kind", in: .finding, contexts: readable,
            arguments: [Argument("query", .query, takesRest: true)], keys: ["F"]),
        Command(
            .view, "Narrow this list to a saved view", in: .finding, contexts: readable,
            arguments: [Argument("view", .view, takesRest: true)], keys: ["b"], aliases: ["views"]),
        Command(
            .saveView, "Save this list's filter as a view", in: .finding, contexts: readable,
            arguments: [Argument("view", .view, isRequired: true, takesRest: true)]),
        Command(
            .forgetView, "Forget a saved view", in: .finding, contexts: readable,
            arguments: [Argument("view", .view, isRequired: true, takesRest: true)]),
        Command(.nextMatch, "Go to the next match or finding", in: .finding, contexts: readable, keys: ["n"]),
        Command(.previousMatch, "Go to the previous match or finding", in: .finding, contexts: readable, keys: ["N"]),
        Command(.command, "Type a command", in: .finding, contexts: readable, keys: [":"]),
        Command(.palette, "Find a command, an actor or a ladder", in: .finding, contexts: readable, keys: ["<C-p>"]),
        Command(
            .help, "Show the keys and commands", in: .finding, contexts: readable,
            arguments: [Argument("text", .text, takesRest: true)], keys: ["?"], aliases: ["h", "keys"]),
    ]

    private static let time: [Command] = [
        Command(.earlier, "Step back to the change before", in: .time, keys: ["["]),
        Command(.later, "Step forward to the change after", in: .time, keys: ["]"]),
        Command(.live, "Return to the present", in: .time, keys: ["\\"], aliases: ["now"]),
        Command(
            .asOf, "Show what was known at a moment", in: .time,
            arguments: [Argument("time", .instant, isRequired: true, takesRest: true)], aliases: ["asof"]),
    ]

    private static let editing: [Command] = [
        Command(.add, "Add an actor, quote or note here", in: .editing, keys: ["a"], changes: true),
        Command(.addActor, "Add an actor", in: .editing, changes: true),
        Command(.addQuote, "Add a quote", in: .editing, contexts: readable, changes: true),
        Command(.addEvent, "Add an event", in: .editing, contexts: readable, changes: true),
        Command(.addRelation, "Add a relation between two actors", in: .editing, changes: true),
        Command(
            .edit, "Change what the cursor is on", in: .editing, contexts: readable, keys: ["e"], changes: true),
        Command(.remove, "Remove what the cursor is on", in: .editing, keys: ["D"], changes: true, aliases: ["delete"]),
        Command(.relate, "Add a relation of this actor", in: .editing, keys: ["r"], changes: true),
        Command(.state, "Set a rung's state, with a reason", in: .editing, keys: ["s"], changes: true),
        Command(
            .note, "Write a note into the log", in: .editing, contexts: readable,
            arguments: [Argument("text", .text, takesRest: true)], keys: ["w"], changes: true),
        Command(.undo, "Undo your last change", in: .editing, keys: ["z"], changes: true),
        Command(.redo, "Redo what was undone", in: .editing, keys: ["Z"], changes: true),
    ]

    private static let warning: [Command] = [
        Command(
            .whatIf, "Suppose rungs reached, and see what follows", in: .warning, contexts: readable,
            arguments: [Argument("rung", .rung)], keys: ["W"], aliases: ["what-if"]),
        Command(
            .chart, "Chart the conflict between actors by week", in: .warning,
            arguments: [Argument("actor", .actor), Argument("actor", .actor)], keys: ["v"], aliases: ["surge"]),
        Command(
            .matrix, "Show who does what to whom", in: .warning, arguments: [Argument("window", .text)], keys: ["V"]),
    ]

    private static let reviewing: [Command] = [
        Command(
            .confirm, "Confirm what was read by machine", in: .reviewing, contexts: readable, keys: ["c"],
            changes: true),
        Command(
            .reject, "Reject what was read by machine", in: .reviewing, contexts: readable, keys: ["x"],
            changes: true),
        Command(
            .mark, "Mark, to confirm or reject several at once", in: .reviewing, contexts: readable, keys: ["m"],
            changes: true),
        Command(
            .confirmAll, "Confirm all that is left in this document", in: .reviewing, contexts: readable, keys: ["C"],
            changes: true),
    ]

    private static let judging: [Command] = [
        Command(
            .judge, "Say how likely a rung is to be reached", in: .judging, contexts: readable,
            arguments: [Argument("rung", .rung)], keys: ["J"], changes: true),
        Command(
            .judgements, "Show the analysts' judgements and records", in: .judging, contexts: readable,
            aliases: ["calibration"]),
        Command(
            .hypotheses, "Open a matrix of competing hypotheses", in: .judging, contexts: readable,
            arguments: [Argument("matrix", .hypotheses)]),
        Command(
            .addHypotheses, "Begin a matrix of competing hypotheses", in: .judging, contexts: readable,
            arguments: [Argument("question", .text, isRequired: true, takesRest: true)], changes: true),
        Command(
            .takeEvidence, "Take what the cursor is on into a matrix", in: .judging, contexts: readable,
            arguments: [Argument("matrix", .hypotheses)], keys: ["E"], changes: true),
        Command(
            .addHypothesis, "Add a hypothesis to the matrix", in: .judging, contexts: [.matrix],
            arguments: [Argument("text", .text, takesRest: true)], keys: ["H"], changes: true),
        Command(
            .addItem, "Add an item of evidence by hand", in: .judging, contexts: [.matrix], keys: ["a"],
            changes: true),
        Command(
            .rate, "Rate an item against a hypothesis", in: .judging, contexts: [.matrix],
            arguments: [Argument("rating", .rating, isRequired: true)],
            keys: [
                Binding("I", "II"), Binding("i", "I"), Binding("n", "N"), Binding("c", "C"), Binding("C", "CC"),
                Binding("+", "more"), Binding("-", "less"), Binding("x", "none"),
            ], changes: true),
        Command(
            .addLadder, "Add a ladder from a template, for an actor", in: .judging,
            arguments: [
                Argument("template", .template, isRequired: true), Argument("actor", .actor, isRequired: true),
            ], changes: true, aliases: ["template"]),
    ]

    private static let board: [Command] = [
        Command(
            .situation, "Switch to another situation", in: .board, arguments: [Argument("situation", .situation)]),
        Command(
            .theme, "Choose a theme", in: .board, arguments: [Argument("theme", .theme)], keys: ["T"],
            aliases: ["colorscheme"]),
        Command(
            .mouse, "Turn the mouse on or off", in: .board, contexts: readable,
            arguments: [Argument("switch", .switch)], keys: ["M"]),
        Command(.sources, "Show how the sources stand", in: .board, keys: ["S"]),
        Command(
            .hold, "Hold back what comes in, or let it in", in: .board, contexts: readable, keys: ["p"],
            aliases: ["pause", "resume"]),
        Command(.reload, "Read the archive again", in: .board),
        Command(.redraw, "Draw the screen again", in: .board, contexts: everywhere, keys: ["<C-l>"]),
        Command(.suspend, "Leave to the shell until called back", in: .board, contexts: everywhere, keys: ["<C-z>"]),
        Command(.version, "Show the version", in: .board, contexts: readable),
        Command(
            .quit, "Leave the board", in: .board, contexts: readable, keys: ["q", "<C-c>"],
            aliases: ["q", "q!", "exit"]),
    ]

    private static let entering: [Command] = [
        Command(
            .accept, "Take what is written or chosen", in: .entering, contexts: [.prompt, .form, .list],
            keys: ["<Enter>"]),
        Command(
            .cancel, "Leave without changing anything", in: .entering, contexts: [.prompt, .form, .list],
            keys: ["<Esc>", "<C-c>"]),
        Command(.save, "Save the form", in: .entering, contexts: [.form], keys: ["<C-s>"], changes: true),
        Command(.complete, "Complete, then the next proposal", in: .entering, contexts: [.prompt], keys: ["<Tab>"]),
        Command(.completeBack, "Go to the proposal before", in: .entering, contexts: [.prompt], keys: ["<S-Tab>"]),
        Command(
            .historyOlder, "Bring back an older line", in: .entering, contexts: [.prompt], keys: ["<Up>", "<C-p>"]),
        Command(
            .historyNewer, "Bring back a newer line", in: .entering, contexts: [.prompt], keys: ["<Down>", "<C-n>"]),
        Command(.nextField, "Go to the next field", in: .entering, contexts: [.form], keys: ["<Tab>", "<Down>"]),
        Command(
            .previousField, "Go to the previous field", in: .entering, contexts: [.form], keys: ["<S-Tab>", "<Up>"]),
        Command(
            .nextChoice, "Go to the next choice", in: .entering, contexts: [.form, .list],
            keys: [
                Binding("<Down>", in: [.list]), Binding("<Tab>", in: [.list]), Binding("<Right>", in: [.form]), "<C-n>",
            ]),
        Command(
            .previousChoice, "Go to the previous choice", in: .entering, contexts: [.form, .list],
            keys: [
                Binding("<Up>", in: [.list]), Binding("<S-Tab>", in: [.list]), Binding("<Left>", in: [.form]), "<C-p>",
            ]),
    ]
}
