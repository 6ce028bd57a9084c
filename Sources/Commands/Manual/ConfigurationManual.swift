/// What the manual says about the configuration and the files around it.
package enum ConfigurationManual {
    /// A configuration that shows everything there is to set, and that reads without a problem.
    package static let example = """
        theme = "watch"
        mouse = true
        color = "auto"
        analyst = "J. Doe"

        [keys]
        move-down = ["j", "<Down>"]
        remove = []

        [keys.quotes]
        "pane wire" = "w"
        """

    static let settings = [
        ManualEntry("theme", "The theme to start with, by name."),
        ManualEntry("mouse", "true or false: whether the board answers to the mouse."),
        ManualEntry("ascii", "true or false: whether to draw with ASCII only. Without it the locale decides."),
        ManualEntry(
            "color",
            PromptGrammar.alternatives(Configuration.colors.map { "\"\($0.name)\"" })
                + ": how many colours to use. Without it, or with \"auto\", the terminal decides."),
        ManualEntry("analyst", "The name that changes are kept under. Without it, the login name."),
        ManualEntry("bell", "true or false: whether the bell rings when a key or a command is refused."),
        ManualEntry(
            "[keys]",
            "The keys of commands, in place of those they had: the name of a command, with its arguments if there are "
                + "any, and one key sequence or a list of them; [] takes the keys away. Keys are written as in Vim: "
                + "x, G, gg, <Enter>, <C-d>, <A-x>, <S-Tab>, <F5>, <Space>, <lt> for the sign itself."),
        ManualEntry(
            "[keys.PLACE]",
            "Keys that only hold in one place: "
                + PromptGrammar.alternatives(Context.allCases.map(\.rawValue)) + "."),
    ]

    static let files = [
        ManualEntry("~/.config/watchfloor/config.toml", "The configuration. A mistake in it is named with its line."),
        ManualEntry("~/.config/watchfloor/views.toml", "Saved views: a name and a query a line, as name = \"query\"."),
        ManualEntry("~/.config/watchfloor/themes/", "Themes of your own: TOML files, or base16 schemes in YAML."),
    ]

    static let statuses = [
        ManualEntry("0", "Done."),
        ManualEntry("1", "Nothing was found, or a part failed."),
        ManualEntry("2", "Wrong usage."),
        ManualEntry("3", "Bad input."),
        ManualEntry("4", "The archive could not be read or written."),
    ]
}
