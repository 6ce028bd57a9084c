import SituationModel

/// A change as the journal holds it: as JSON, its keys in order.
///
/// What an entry adds is held twice, in the journal and in its list, and is encoded once for both: most of the time that a
/// collector spends on writing is spent on this.
struct EncodedChange {
    let text: String
    /// The record that the change adds, as its row holds it.
    let body: RecordBody?

    init(_ change: Change) throws {
        guard case .add(let record) = change else {
            text = try Coding.text(of: change)
            body = nil
            return
        }
        let body = try record.body()
        self.body = body
        var json = body.json
        if case .document(let document) = record, let empty = json.firstRange(of: #""text":"""#) {
            // Quotation marks inside of values stand behind backslashes, so that this can only be the text's own place.
            json.replaceSubrange(empty, with: #""text":"# + (try Coding.text(of: document.text)))
        }
        text = #"{"add":{"record":{"\#(record.key.kind.rawValue)":{"_0":\#(json)}}}}"#
    }
}
