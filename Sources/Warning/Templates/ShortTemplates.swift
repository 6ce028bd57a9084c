extension LadderTemplate {
    /// Friedrich Glasl's nine stages.
    static let glasl = LadderTemplate(
        name: "glasl", title: "Glasl’s stages of conflict",
        source: "Friedrich Glasl, Konfliktmanagement (1980)",
        caution: "Made for conflicts in and between organisations; states have more ways of coming down again.",
        groups: [
            Group("Both can still win", ["Hardening", "Debates and polemics", "Actions, not words"]),
            Group("One wins, the other loses", ["Images and coalitions", "Loss of face", "Strategies of threats"]),
            Group(
                "Both lose",
                ["Limited destructive blows", "Fragmentation of the enemy", "Together into the abyss"]),
        ])

    /// The Heidelberg Institute's intensities of conflict.
    static let heidelberg = LadderTemplate(
        name: "hiik", title: "Heidelberg conflict intensity",
        source: "Heidelberg Institute for International Conflict Research, Conflict Barometer",
        caution: """
            Violent levels are told apart by weapons, personnel, casualties, refugees and destruction, by month and region: \
            one report does not decide them.
            """,
        groups: [
            Group("Without violence", ["Dispute", "Non-violent crisis"]),
            Group("With violence", ["Violent crisis", "Limited war", "War"]),
        ])

    /// The hostility levels of militarized interstate disputes.
    static let militarizedDisputes = LadderTemplate(
        name: "mid", title: "Hostility levels of interstate disputes",
        source: "Correlates of War, Militarized Interstate Disputes",
        caution: "Counts what states do with their forces to one another; what armed groups do is not on it.",
        groups: [
            Group("Short of force", ["No militarized action", "Threat to use force", "Display of force"]),
            Group("Force", ["Use of force", "War"]),
        ])

    /// How a state that stands aside comes to arm a party to a war, one step at a time.
    static let stepByStepSupport = LadderTemplate(
        name: "support", title: "Step-by-step support",
        source: "step-by-step support for a party to a war",
        caution: """
            Each step is announced as an answer to what the other side does: couple its rungs to the other side's ladder.
            """,
        groups: [
            Group("Aid", ["Words of support", "Humanitarian aid", "Money and reconstruction"]),
            Group("Pressure on the other side", ["Economic sanctions"]),
            Group(
                "Arms",
                [
                    "Equipment that does not kill", "Training and intelligence", "Defensive weapons",
                    "Offensive weapons", "Weapons without limits on their use",
                ]),
            Group("Forces", ["Advisers in the country", "Forces in combat"]),
        ])
}
