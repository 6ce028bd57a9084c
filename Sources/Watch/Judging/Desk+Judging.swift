import Controller
import SituationModel
import Storage

extension Desk {
    /// Writes down what the reader judges, as of now; what was judged before stays beside it.
    func judge(_ draft: JudgementDraft, in situation: SituationID, said: String) throws(ArchiveError) -> [News] {
        guard let judgement = draft.judgement(by: reader.name, at: now()) else {
            return [.failed("The horizon has passed: a judgement is made before its answer is known")]
        }
        return try append([.add(record: .judgement(judgement))], to: situation, said: said)
    }
}
