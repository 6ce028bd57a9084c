// Tools for those who work on Reading; nothing here is part of the program.
//
//   swift run -c release reading-tools train WEIGHTS TREEBANK…   train the tagger; files named …dev… only measure it
//   swift run -c release reading-tools bench [ARTICLES]          articles a second, memory, and the cost of texts made to be costly
//   swift run -c release reading-tools fuzz [SECONDS] [SEED]     random texts until something is wrong

import Reading

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "train" where arguments.count >= 3: try Training.run(writing: arguments[1], treebanks: Array(arguments[2...]))
case "bench": Benchmark.run(articles: arguments.dropFirst().first.flatMap { Int($0) } ?? 5000)
case "fuzz":
    Fuzzer.run(
        seconds: arguments.dropFirst().first.flatMap { Double($0) } ?? 60,
        seed: arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 1)
default: print("reading-tools train WEIGHTS TREEBANK… | bench [ARTICLES] | fuzz [SECONDS] [SEED]")
}
