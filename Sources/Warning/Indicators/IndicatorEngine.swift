package import QueryLanguage
package import SituationModel

/// Holds what comes in against the rules of all indicators of a situation, and keeps what each of them comes to.
///
/// A finding is asked only those queries whose gate it opens, and what an indicator comes to is reckoned anew only where
/// something that answers it has come, changed or gone: the result is the same as if every query were asked of everything
/// again.
package struct IndicatorEngine: Sendable {
    /// The indicators whose rule is a query that can be watched for.
    package let keys: [IndicatorKey]
    /// Those whose rule is none, and why.
    package let problems: [IndicatorProblem]

    private struct Watched: Sendable {
        let key: IndicatorKey
        let query: Query
        var predicate: QueryPredicate
        var tally: IndicatorTally
    }

    private var context: QueryContext
    private var watched: [Watched]
    private let places: [IndicatorKey: Int]
    private var gates: [QueryGateKey: [Int]] = [:]
    /// Those that every finding has to be asked.
    private var ungated: [Int] = []
    /// The lengths of the beginnings of words that gates go by, for those kinds of findings that can answer there.
    private var wordLengths: [QueryKind: [Int]] = [:]
    /// The kinds of findings that can answer any query.
    private var kinds: Set<QueryKind> = []
    /// Which indicators each finding answers.
    private var answered: [RecordKey: [Int]] = [:]
    /// The indicators whose standing may have changed since it was last asked for.
    private var stale: Set<Int>

    /// An engine that holds nothing yet, for the ladders of a situation.
    ///
    /// - Parameter outline: the situation without its findings. Names in queries mean settled actors only.
    package init(_ outline: Situation) {
        var keys: [IndicatorKey] = []
        var problems: [IndicatorProblem] = []
        var watched: [Watched] = []
        let context = QueryContext(watching: outline)
        for ladder in outline.ladders.inOrder {
            for rung in ladder.rungs {
                for indicator in rung.indicators {
                    guard let rule = indicator.rule else { continue }
                    let key = IndicatorKey(RungKey(ladder.id, rung.id), indicator.id)
                    do throws(QueryError) {
                        let query = try Query(watching: rule.query)
                        keys.append(key)
                        watched.append(
                            Watched(
                                key: key, query: query, predicate: QueryPredicate(query, in: context),
                                tally: IndicatorTally(indicator, rule)))
                    } catch {
                        problems.append(IndicatorProblem(key: key, query: rule.query, error: error))
                    }
                }
            }
        }
        (self.keys, self.problems, self.watched, self.context) = (keys, problems, watched, context)
        places = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        stale = Set(keys.indices)
        sortByGates()
    }

    /// The query of an indicator.
    package func query(of key: IndicatorKey) -> Query? { places[key].map { watched[$0].query } }

    private mutating func sortByGates() {
        (gates, ungated, kinds) = ([:], [], [])
        var lengths: [QueryKind: Set<Int>] = [:]
        for (place, indicator) in watched.enumerated() {
            let kinds = indicator.predicate.kinds
            self.kinds.formUnion(kinds)
            switch indicator.predicate.gate {
            case .open: ungated.append(place)
            case .keys(let keys):
                for key in keys {
                    gates[key, default: []].append(place)
                    guard case .word(let word) = key else { continue }
                    for kind in kinds { lengths[kind, default: []].insert(word.count) }
                }
            }
        }
        wordLengths = lengths.mapValues { $0.sorted() }
    }

    // MARK: - What comes in

    /// Whether a finding of that name could answer any of the queries; of others nothing need be known.
    package func isConcerned(by key: RecordKey) -> Bool { QueryKind(key.kind).map(kinds.contains) ?? false }

    /// Takes in a finding in its present form, whatever its form was before.
    ///
    /// - Parameters:
    ///   - subject: `nil` where the finding is not there any more.
    ///   - moment: when it was said, happened or came out.
    package mutating func take(_ key: RecordKey, _ subject: QuerySubject?, moment: Instant) {
        var answering: [Int] = []
        if let subject {
            var asked = AskedSubject(subject, in: context)
            let finding = Evidence(subject, moment: moment, in: context)
            for place in candidates(for: &asked, subject.kind) where watched[place].predicate.matches(&asked) {
                answering.append(place)
                let answer = finding.anchored(in: subject, by: watched[place].query)
                if watched[place].tally.put(answer) { stale.insert(place) }
            }
        }
        for place in answered[key] ?? [] where !answering.contains(place) {
            if watched[place].tally.remove(key) { stale.insert(place) }
        }
        answered[key] = answering.isEmpty ? nil : answering
    }

    private func candidates(for asked: inout AskedSubject, _ kind: QueryKind) -> [Int] {
        guard !gates.isEmpty else { return ungated }
        var found = ungated
        var isFound = [Bool](repeating: false, count: watched.count)
        for key in asked.gateKeys(wordLengths: wordLengths[kind] ?? []) {
            for place in gates[key] ?? [] where !isFound[place] {
                isFound[place] = true
                found.append(place)
            }
        }
        return found
    }

    /// Takes note of what the sources are like by now. Of findings that are held already nothing changes by a source that is
    /// new; where one has changed, an engine has to be made anew.
    package mutating func renew(_ outline: Situation) {
        context = QueryContext(watching: outline)
        for place in watched.indices { watched[place].predicate = QueryPredicate(watched[place].query, in: context) }
        sortByGates()
    }

    /// Whether an engine for another state of the situation would hold the same: the same rules, settled actors and, of those
    /// sources that there were, the same grades and publishers.
    package func holds(from before: Situation, to after: Situation) -> Bool {
        let old = before.sources.inOrder
        return before.ladders == after.ladders
            && before.actors.inOrder.filter(\.isSettled) == after.actors.inOrder.filter(\.isSettled)
            && old.allSatisfy { after.sources[$0.id] == $0 }
    }

    // MARK: - What it comes to

    /// The indicators that something has come to or gone from since the last call; all of them at the first.
    package mutating func takeStale() -> [IndicatorKey] {
        defer { stale = [] }
        return stale.sorted().map { watched[$0].key }
    }

    /// How an indicator stands at a moment; `nil` where there is none of that name that is watched for.
    ///
    /// - Parameter live: the sources that are collected, or have brought something lately.
    package func standing(of key: IndicatorKey, at now: Instant, live: [Source]) -> IndicatorStanding? {
        guard let place = places[key] else { return nil }
        let indicator = watched[place]
        let able = live.filter { source in
            indicator.query.couldComeFrom(source)
                && indicator.tally.rule.grade.map { source.reliability.isAtLeast($0.reliability) } ?? true
        }
        return indicator.tally.standing(at: now, coverage: SourceCoverage(families: Set(able.map(\.family))))
    }
}

/// An indicator whose rule cannot be watched for. The others are.
package struct IndicatorProblem: Hashable, Sendable, CustomStringConvertible {
    package let key: IndicatorKey
    package let query: String
    package let error: QueryError

    /// `indicator seoul/defensive-weapons/in-combat, “mood:grim”, column 1: there is no field “mood”`.
    package var description: String { "indicator \(key), “\(query)”, \(error)" }
}

extension QueryContext {
    /// The context in which indicators are asked: settled actors, and no moment, since they ask for none.
    package init(watching outline: Situation) {
        self.init(
            now: Instant(milliseconds: 0), directory: ActorDirectory(outline.actors.inOrder.filter(\.isSettled)),
            sources: Dictionary(outline.sources.inOrder.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
    }
}

extension Actor {
    /// Whether people made it, or confirmed it.
    package var isSettled: Bool { !isUnconfirmed && !isRejected }
}

extension SourceReliability {
    /// Whether it is at least as good; what cannot be judged is not.
    fileprivate func isAtLeast(_ other: Self) -> Bool { self != .f && rawValue <= other.rawValue }
}
