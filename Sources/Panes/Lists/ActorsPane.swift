import Commands
import Controller
import Display
import SituationModel

/// The actors: who belongs to whom, where each stands, and what binds them to others.
struct ActorsPane: ListPane {
    let board: Board
    let glyphs: Glyphs
    /// Whether there is room for a second line below those who belong to nobody; else relations are left to the detail.
    private let showsRelations: Bool

    init(board: Board, glyphs: Glyphs, rows: Int) {
        self.board = board
        self.glyphs = glyphs
        showsRelations = board.actorRows.count + board.actorRows.filter { $0.depth == 0 }.count <= rows
    }

    var emptyText: String { "No actors yet; \(board.way(to: .add)) adds one" }

    func lines(at index: Int, width: Int) -> [StyledText] {
        let row = board.actorRows[index]
        let actor = row.actor
        var left = StyledText(String(repeating: "  ", count: row.depth))
        let fold = row.hasMembers ? (row.isFolded ? glyphs.folded : glyphs.unfolded) : " "
        let isMarked = board.isMarked(.actor(actor.id))
        left.append(isMarked ? glyphs.marked : fold, isMarked ? .machine : .textDim)
        left.append("\(actor.alignment.sign) ", actor.alignment.role)
        left.append(actor.name, Style(actor.alignment.role, bold: row.depth == 0))
        left.append(contentsOf: actor.reviewSign(glyphs))
        let line = left.flanked(
            by: note(on: actor, room: width - left.width - 1, isOwner: row.depth == 0), width: width,
            ellipsis: glyphs.ellipsis)
        guard row.depth == 0, showsRelations, let relations = relations(of: actor) else { return [line] }
        return [line, relations.indented(by: 3).truncated(to: width, ellipsis: glyphs.ellipsis)]
    }

    /// Where the actor stands, else what they are. Of those who belong to somebody only what can be said in full: half a
    /// word beside half a name tells nothing.
    private func note(on actor: Actor, room: Int, isOwner: Bool) -> StyledText {
        var standing = StyledText()
        if let trend = actor.trend { standing.append(trend.sign(glyphs) + " ", .textStrong) }
        standing.append(actor.standing ?? "", isOwner ? .text : .textDim)
        let isWhole = actor.standing != nil && standing.width <= room
        if isWhole || (isOwner && actor.standing != nil) {
            return standing.truncated(to: max(6, room), ellipsis: glyphs.ellipsis)
        }
        let role = StyledText(actor.role ?? "", .textDim)
        return role.width <= room ? role : StyledText()
    }

    /// What binds the actor to others, in a line: those relations that make a crisis, not who belongs to whom.
    private func relations(of actor: Actor) -> StyledText? {
        var line = StyledText()
        for relation in board.situation.relations.inOrder {
            switch relation.kind {
            case .partOf, .leads, .speaksFor: continue
            default: break
            }
            guard relation.from == actor.id || (relation.kind.isMutual && relation.to == actor.id) else { continue }
            let other = relation.from == actor.id ? relation.to : relation.from
            if !line.isEmpty { line.append(" \(glyphs.separator) ", .textDim) }
            line.append("\(relation.kind.isMutual ? glyphs.both : glyphs.relation) ", .relation)
            line.append("\(relation.kind.rawValue) \(board.name(of: other))", .textDim)
        }
        return line.isEmpty ? nil : line
    }
}
