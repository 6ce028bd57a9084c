import ArgumentParser
import Exchange
import SituationModel
import Warning

/// Lists the ladders to start from, or prints one to be put into a dossier.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates", abstract: "List the ladders to start from, or print one for a dossier.",
        discussion: """
            With a name it prints the section of a dossier: watchfloor templates glasl --actor norland >> mine.yaml. On \
            the board, :add-ladder TEMPLATE ACTOR does the same.
            """)

    @Argument(help: ArgumentHelp("Which of them to print.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("Whose ladder it is.", valueName: "id"))
    var actor: String?

    func run() throws {
        guard let name else {
            for template in LadderTemplate.all { try list(template) }
            return
        }
        guard let template = LadderTemplate.named(name) else {
            let names = LadderTemplate.all.map(\.name).joined(separator: ", ")
            throw Failure(message: "watchfloor: there is no template “\(name)”; there are \(names)", code: .usage)
        }
        if let actor, !ActorID(actor).isWellFormed {
            throw Failure(
                message: "watchfloor: “\(actor)” is no actor; expected lower-case letters, digits and dashes",
                code: .usage)
        }
        let id = LadderID.suggested(by: [actor, template.name].compactMap(\.self).joined(separator: "-"))
        let ladder = template.ladder(id: id, actors: actor.map { [ActorID($0)] } ?? [])
        try Output.print("# \(template.source).\n# \(template.caution)\n" + Dossier.section(of: ladder).trimmedAtEnd)
    }

    private func list(_ template: LadderTemplate) throws {
        let count = template.groups.reduce(0) { $0 + $1.rungs.count }
        try Output.line("\(template.name)  \(template.title), \(count) rungs")
        try Output.line("    \(template.source)")
        try Output.line("    \(template.caution)")
    }
}

extension String {
    /// Without the line end that is printed behind it anyway.
    fileprivate var trimmedAtEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
