package registre

import v "accord/valeur"

// Ailleurs gives what others received for days that are owed to someone, beyond what
// discharges the caisse: it settles nothing of them.
func Ailleurs(dus []Du, poses []Pose) map[Cle]v.Centimes {
	m := map[Cle]v.Centimes{}
	if len(poses) == 0 {
		return m
	}
	dettes := make(map[Cle]*Du, len(dus))
	for i := range dus {
		if dus[i].Dette() != 0 {
			dettes[dus[i].Cle] = &dus[i]
		}
	}
	for i := range poses {
		p := &poses[i]
		if d := dettes[p.Cle]; d != nil && d.Destinataire != p.Destinataire {
			m[p.Cle] += p.Brut
		}
	}
	for i := range dus {
		if autres := m[dus[i].Cle]; autres != 0 {
			m[dus[i].Cle] = max(0, autres-dus[i].Libere)
		}
	}
	return m
}

// Verser gives what was posted on each day to whoever is owed it; of a day that is owed to
// nobody, all that was.
func Verser(dus []Du, poses []Pose) map[Cle]v.Centimes {
	m := make(map[Cle]v.Centimes, len(poses))
	for i := range poses {
		m[poses[i].Cle] += poses[i].Brut
	}
	autres := Ailleurs(dus, poses)
	for i := range dus {
		if a := autres[dus[i].Cle]; a != 0 {
			m[dus[i].Cle] -= a
		}
	}
	return m
}
