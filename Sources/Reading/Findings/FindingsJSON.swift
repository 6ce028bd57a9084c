/// Findings as the command line promises them.
extension Findings {
    /// One JSON object, in UTF-8, without a line break; `id` comes first where there is one.
    package func json(id: String? = nil) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            if let id {
                writer.key("id")
                writer.string(id)
            }
            writer.key("quotes")
            writer.array(quotes) { $0.quote($1) }
            writer.key("actors")
            writer.array(actors) { $0.actor($1) }
            writer.key("events")
            writer.array(events) { $0.event($1) }
            writer.key("conditionals")
            writer.array(conditionals) { $0.conditional($1) }
        }
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func quote(_ quote: QuoteFinding) {
        object { writer in
            writer.key("kind")
            writer.string(quote.kind.rawValue)
            writer.key("content")
            writer.array(quote.content) { $0.passage($1) }
            writer.key("speaker")
            writer.reference(quote.speaker)
            writer.key("cue")
            writer.optionalPassage(quote.cue)
            writer.key("negated")
            writer.bool(quote.isNegated)
            writer.key("modality")
            writer.string(quote.stance.rawValue)
            writer.key("rule")
            writer.string(quote.rule)
        }
    }

    fileprivate mutating func actor(_ actor: ActorFinding) {
        object { writer in
            writer.key("actor")
            writer.string(actor.id)
            writer.key("known")
            writer.bool(actor.isKnown)
            writer.key("name")
            writer.string(actor.name)
            writer.key("kind")
            writer.string(actor.kind.rawValue)
            writer.key("role")
            writer.string(actor.role)
            writer.key("home")
            writer.string(actor.home)
            writer.key("mentions")
            writer.array(actor.mentions) { $0.passage($1) }
        }
    }

    fileprivate mutating func event(_ event: EventFinding) {
        object { writer in
            writer.key("source")
            writer.reference(event.source)
            writer.key("target")
            writer.reference(event.target)
            writer.key("category")
            writer.string(event.category.rawValue)
            writer.key("quad")
            writer.number(event.category.quad)
            writer.key("mode")
            writer.string(event.mode.rawValue)
            writer.key("reported_by")
            writer.reference(event.reportedBy)
            writer.key("amounts")
            writer.array(event.amounts) { $0.amount($1) }
            writer.key("date")
            if let date = event.date {
                writer.object { writer in
                    writer.key("iso")
                    writer.string(date.iso)
                    writer.fields(of: date.passage)
                }
            } else {
                writer.null()
            }
            writer.fields(of: event.passage)
            writer.key("rule")
            writer.string(event.rule)
        }
    }

    private mutating func amount(_ amount: Amount) {
        object { writer in
            writer.key("value")
            writer.number(amount.value)
            writer.key("unit")
            writer.string(amount.unit)
            writer.fields(of: amount.passage)
        }
    }

    fileprivate mutating func conditional(_ conditional: ConditionalFinding) {
        object { writer in
            writer.key("if")
            writer.passage(conditional.condition)
            if conditional.isNegated {
                writer.key("unless")
                writer.bool(true)
            }
            writer.key("then")
            writer.passage(conditional.consequence)
            writer.key("actor")
            writer.reference(conditional.actor)
        }
    }

    fileprivate mutating func passage(_ passage: Passage) {
        object { $0.fields(of: passage) }
    }

    fileprivate mutating func optionalPassage(_ passage: Passage?) {
        if let passage { self.passage(passage) } else { null() }
    }

    fileprivate mutating func reference(_ reference: Reference?) {
        guard let reference else { return null() }
        object { writer in
            writer.fields(of: reference.passage)
            if let actor = reference.actor {
                writer.key("actor")
                writer.string(actor)
            }
        }
    }

    fileprivate mutating func fields(of passage: Passage) {
        key("start")
        number(passage.span.start)
        key("end")
        number(passage.span.end)
        key("text")
        string(passage.text)
    }
}
