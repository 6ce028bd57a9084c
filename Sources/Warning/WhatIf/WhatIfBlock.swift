import Glibc

/// One block of runs: one draw of every judgement from its band, and many ways it may go from there.
///
/// What the runs read is laid out flat and owned by the block: nothing is allocated in a run, and threads share no counts of
/// references.
struct WhatIfBlock {
    /// How many times a rung that could still be reached was reached, in rung order.
    private(set) var counts: [Int]

    /// What holds of a rung in every run.
    private struct Start {
        let isOpen: Bool
        /// The odds over the whole horizon, what is given at work; 0 for what cannot come by itself.
        let odds: Double
        /// The hazard over the whole horizon that fits these odds.
        let rate: Double
        /// A draw at or above this keeps the rung from being reached by itself, whatever else is.
        let ceiling: Double
        /// Whether reaching it changes anything for others.
        let isCause: Bool
        /// Whether others can change its pace, or take it with them.
        let isEffect: Bool
    }

    /// What changes within a run.
    private struct State {
        var isOpen = true
        /// Whether it can be reached by itself in this run.
        var isCandidate = false
        var factor = 1.0
        var rate = 0.0
        /// The hazard that it can still take before it is reached.
        var rest = 0.0
        /// The part of the horizon up to which `rest` is reckoned.
        var since = 0.0
        /// When it is reached if nothing else changes, as a part of the horizon.
        var time = 0.0
    }

    private let starts: [Start]
    private var states: [State]
    private let links: Flat<WhatIfModel.Link>
    private let below: Flat<Int>
    private var agenda = WhatIfAgenda()
    private var effects: [Int] = []

    /// Draws the judgements. Two random numbers a rung are used whatever the question, so that two questions about the same
    /// ladders meet the same luck.
    init(_ model: WhatIfModel, generator: inout Xoshiro) {
        let count = model.rungs.count
        var odds = [Double](repeating: 0, count: count)
        for rung in 0..<count {
            let (whose, place) = (generator.unit(), generator.unit())
            let bands = model.bands[rung]
            if !bands.isEmpty {
                odds[rung] = bands[min(Int(whose * Double(bands.count)), bands.count - 1)].odds(at: place)
            }
        }
        var greatest = [Double](repeating: 1, count: count)
        var isEffect = [Bool](repeating: false, count: count)
        for rung in 0..<count {
            for link in model.links[rung] {
                if model.isReachedAtStart[rung] {
                    odds[link.target] *= link.factor
                } else {
                    greatest[link.target] *= max(link.factor, 1)
                    isEffect[link.target] = true
                }
            }
        }
        for lower in model.below.joined() { isEffect[lower] = true }
        counts = [Int](repeating: 0, count: count)
        states = [State](repeating: State(), count: count)
        links = Flat(model.links)
        below = Flat(model.below)
        starts = (0..<count).map { rung in
            let most = odds[rung] * greatest[rung]
            return Start(
                isOpen: !model.isReachedAtStart[rung], odds: odds[rung], rate: log1p(odds[rung]),
                ceiling: most / (1 + most), isCause: !model.links[rung].isEmpty || !model.below[rung].isEmpty,
                isEffect: isEffect[rung])
        }
    }

    /// One way it may go. Uses one random number a rung.
    mutating func run(_ generator: inout Xoshiro) {
        agenda.removeAll()
        effects.removeAll(keepingCapacity: true)
        for rung in 0..<starts.count {
            let draw = generator.unit()
            let start = starts[rung]
            let isCandidate = start.isOpen && draw < start.ceiling
            states[rung].isOpen = start.isOpen
            states[rung].isCandidate = isCandidate
            guard isCandidate else { continue }
            guard start.isCause || start.isEffect else {
                // By itself, the ceiling is its chance.
                counts[rung] += 1
                continue
            }
            let rest = -log1p(-draw)
            let time = rest / start.rate
            states[rung] = State(isCandidate: true, rate: start.rate, rest: rest, time: time)
            if start.isCause {
                if time <= 1 { agenda.insert(rung, at: time) }
            } else {
                effects.append(rung)
            }
        }
        while let (rung, moment) = agenda.next() {
            // A rung whose pace has changed since is on the agenda once more, with its new time.
            guard states[rung].isOpen, states[rung].time == moment else { continue }
            take(rung, at: moment)
            for place in below.range(of: rung) where states[below.elements[place]].isOpen {
                take(below.elements[place], at: moment)
            }
        }
        for rung in effects where states[rung].isOpen && states[rung].time <= 1 { counts[rung] += 1 }
    }

    private mutating func take(_ rung: Int, at moment: Double) {
        states[rung].isOpen = false
        counts[rung] += 1
        for place in links.range(of: rung) {
            let link = links.elements[place]
            var state = states[link.target]
            guard state.isOpen, state.isCandidate else { continue }
            state.rest -= state.rate * (moment - state.since)
            state.since = moment
            state.factor *= link.factor
            state.rate = log1p(starts[link.target].odds * state.factor)
            state.time = moment + max(state.rest, 0) / state.rate
            states[link.target] = state
            if starts[link.target].isCause, state.time <= 1 { agenda.insert(link.target, at: state.time) }
        }
    }
}

/// Lists of many owners, one behind the other.
private struct Flat<Element> {
    let elements: [Element]
    private let ends: [Int]

    init(_ lists: [[Element]]) {
        elements = lists.flatMap(\.self)
        var end = 0
        ends = lists.map { list in
            end += list.count
            return end
        }
    }

    func range(of owner: Int) -> Range<Int> { (owner == 0 ? 0 : ends[owner - 1])..<ends[owner] }
}
