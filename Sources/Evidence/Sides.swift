package import Comparisons

/// The two of a comparison; the arena's own type of this name is of the two sides of a battle.
package typealias Sides = Comparisons.Sides
