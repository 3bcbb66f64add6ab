package clock

// The rules of French time travel with the program: a machine without a
// database of time zones computes the same days.
import _ "time/tzdata"
