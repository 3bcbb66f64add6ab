package valeur

import "encoding/json"

// Option is a value that may not be known. The zero Option is not known,
// which is another thing than a known zero.
type Option[T comparable] struct {
	v  T
	ok bool
}

// Connu returns a known value.
func Connu[T comparable](v T) Option[T] { return Option[T]{v, true} }

// Get returns the value and whether it is known.
func (o Option[T]) Get() (T, bool) { return o.v, o.ok }

// EstConnu reports whether the value is known.
func (o Option[T]) EstConnu() bool { return o.ok }

// Ou returns the value, or d when it is not known.
func (o Option[T]) Ou(d T) T {
	if o.ok {
		return o.v
	}
	return d
}

// MarshalJSON writes null when the value is not known.
func (o Option[T]) MarshalJSON() ([]byte, error) {
	if !o.ok {
		return []byte("null"), nil
	}
	return json.Marshal(o.v)
}

// UnmarshalJSON reads null as not known.
func (o *Option[T]) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*o = Option[T]{}
		return nil
	}
	o.ok = true
	return json.Unmarshal(b, &o.v)
}
