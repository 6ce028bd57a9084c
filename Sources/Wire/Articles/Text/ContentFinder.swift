/// Finds the element that holds the text of the article.
struct ContentFinder {
    let page: PageTree
    let blocks: [Block]
    let hints: [Hints]
    /// For every node, what speaks for the blocks inside it, all of them.
    private let fullWeights: [Int]
    /// The same without what its surroundings say is outside the article.
    private(set) var weights: [Int]
    /// Nodes whose hints say that their content is outside, and are believed.
    private(set) var isOutside: [Bool]

    init(page: PageTree, blocks: [Block], hints: [Hints]) {
        self.page = page
        self.blocks = blocks
        self.hints = hints
        fullWeights = Self.sums(page, blocks.map { ($0.node, $0.weight) })
        let total = fullWeights.first ?? 0
        let titles = page.nodes.indices.filter { page.nodes[$0].element == .h1 }
        let bodies = hints.indices.filter { hints[$0].contains(.body) }
        var isOutside = [Bool](repeating: false, count: page.nodes.count)
        var node = 0
        while node < page.nodes.count {
            let here = hints[node]
            let inside = node..<Int(page.nodes[node].end)
            // What holds most of the page's text, and its title or what is called its body, is not outside it, whatever its
            // class says: `has-sidebar`, `print-content`.
            let isMost = fullWeights[node] * 5 > total * 2
            let isSurelyOutside = !here.isDisjoint(with: [.comments, .beside])
            let holdsArticle = Self.holds(titles, inside) || Self.holds(bodies, inside)
            if !here.isDisjoint(with: .outside), total == 0 || !isMost || isSurelyOutside && !holdsArticle {
                for inner in inside { isOutside[inner] = true }
                node = inside.upperBound
            } else {
                node += 1
            }
        }
        self.isOutside = isOutside
        weights = Self.sums(page, blocks.map { ($0.node, isOutside[$0.node] ? 0 : $0.weight) })
        if weights.first == 0 { weights = fullWeights }
    }

    /// Whether one of some nodes, given in order, lies inside.
    private static func holds(_ nodes: [Int], _ range: Range<Int>) -> Bool {
        var (low, high) = (0, nodes.count)
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < nodes.count && nodes[low] < range.upperBound
    }

    /// Adds up, for every node, the amounts of the nodes inside it.
    private static func sums(_ page: PageTree, _ amounts: [(node: Int, amount: Int)]) -> [Int] {
        var sums = [Int](repeating: 0, count: page.nodes.count)
        for (node, amount) in amounts { sums[node] += amount }
        for node in page.nodes.indices.reversed() where node > 0 { sums[Int(page.nodes[node].parent)] += sums[node] }
        return sums
    }

    /// The element that holds the article: reached from the root by going, as long as it goes on, to the one child that holds
    /// most of what its parent holds.
    ///
    /// - Returns: `nil` where nothing on the page looks like running text.
    func container() -> Int? {
        guard let total = weights.first, total > 0 else { return named(in: 0) }
        let reached = reachedContainer()
        // Where the text is only a part of what was reached, an element that is called the body of an article tells which.
        if let named = named(in: reached) ?? named(in: 0), weights[named] * 4 > weights[reached],
            !page.inside(named).contains(reached)
        {
            return named
        }
        return reached
    }

    /// The one element inside that is called the body of an article, or else the one article; `nil` for none and for several.
    private func named(in container: Int) -> Int? {
        for isNamed in [{ hints[$0].contains(.body) }, { page.nodes[$0].element == .article }] as [(Int) -> Bool] {
            var found: [Int] = []
            var node = container
            let end = Int(page.nodes[container].end)
            while node < end {
                if !page.nodes[node].isText, isNamed(node), !isOutside[node], weights[node] > 0 || weights[0] == 0 {
                    found.append(node)
                    node = Int(page.nodes[node].end)
                } else {
                    node += 1
                }
            }
            if let best = found.max(by: { weights[$0] < weights[$1] }) {
                let others = found.reduce(0) { $0 + weights[$1] } - weights[best]
                if others * 10 < weights[best] || found.count == 1 { return best }
            }
        }
        return nil
    }

    private func reachedContainer() -> Int {
        var node = 0
        var best = 0
        while let (child, weight) = heaviestChild(of: node), weight > 0 {
            guard weight * 10 >= weights[node] * 6 else { break }
            guard !hasLikeSiblings(child, weight: weight) else { break }
            node = child
            best = node
            if hints[node].contains(.body), weights[node] > 0, isWholeBody(node) { break }
        }
        return best
    }

    /// An element that is called the body of an article, and none inside it is.
    private func isWholeBody(_ node: Int) -> Bool {
        !page.inside(node).contains { hints[$0].contains(.body) && weights[$0] * 10 > weights[node] * 8 }
    }

    private func heaviestChild(of node: Int) -> (child: Int, weight: Int)? {
        var best = (child: 0, weight: 0)
        var child = node + 1
        let end = Int(page.nodes[node].end)
        while child < end {
            if weights[child] > best.weight { best = (child, weights[child]) }
            child = Int(page.nodes[child].end)
        }
        return best.weight > 0 ? best : nil
    }

    private func firstClass(of node: Int) -> ArraySlice<UInt8>? {
        page.value(.class, of: node)?.split(maxSplits: 1, whereSeparator: \.isSpace).first
    }

    /// Whether the text goes on in siblings of the same class: pieces of one article between which others were put.
    private func hasLikeSiblings(_ node: Int, weight: Int) -> Bool {
        let parent = Int(page.nodes[node].parent)
        let element = page.nodes[node].element
        guard node != parent, element != .article else { return false }
        let name = firstClass(of: node)
        var others = 0
        var sibling = parent + 1
        while sibling < Int(page.nodes[parent].end) {
            if sibling != node, page.nodes[sibling].element == element, firstClass(of: sibling) == name {
                others += weights[sibling]
            }
            sibling = Int(page.nodes[sibling].end)
        }
        return others * 12 > weight
    }
}
