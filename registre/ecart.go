package registre

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// Ecart is owed minus paid on one day, when it is not zero.
type Ecart struct {
	Cle
	Dossier      string
	Montant      v.Centimes   // gross; negative: too much was paid
	Destinataire Destinataire // who is owed, or who was paid too much
	Rang         int          // rank that the posting will take
	Racine       string       // line that first paid the day, empty when none did
	Regle        droit.Regle
	Exonere      bool
	Nouveau      v.Centimes // gross owed for the whole day
	Acompte      bool       // the day is awaited: what it owes under every answer may be paid on account
	Fiche        string     // record of the person under which it will be posted
}

// Conflit is a day that is owed to one and was already paid to another, under
// the same risk or not. It is never paid a second time by itself: a human decides (late subrogation).
type Conflit struct {
	Cle
	Dossier    string
	PayeA, DuA Destinataire
	Paye, Du   v.Centimes
	Reste      v.Centimes // what DuA was not paid
}

// Dette returns what the caisse owes for the day: the whole amount of a paid
// day but what PROGRES paid of it, nothing for any other. Awaited days are settled once the question is
// closed; until then their certain part may be paid on account.
func (d *Du) Dette() v.Centimes {
	if d.Etat == droit.Paye {
		return d.IJ - d.ParProgres
	}
	return 0
}

// Comparer sets the calendar against the postings, day by day, up to and
// including jusqua. Both slices are sorted in place by key. What is owed under
// one risk and was paid under another is brought together. The differences are
// in the order of keys. What could be paid on account is marked as such: it is
// no debt yet.
func Comparer(dus []Du, poses []Pose, jusqua v.Jour) (ecarts []Ecart, conflits []Conflit) {
	slices.SortFunc(dus, func(a, b Du) int { return a.Compare(b.Cle) })
	slices.SortFunc(poses, func(a, b Pose) int {
		if c := a.Compare(b.Cle); c != 0 {
			return c
		}
		return a.Rang - b.Rang
	})
	i, j := 0, 0
	for i < len(dus) || j < len(poses) {
		var du *Du
		var cle Cle
		switch {
		case j == len(poses) || i < len(dus) && dus[i].Compare(poses[j].Cle) <= 0:
			du, cle = &dus[i], dus[i].Cle
			i++
		default:
			cle = poses[j].Cle
		}
		debut := j
		for j < len(poses) && poses[j].Cle == cle {
			j++
		}
		if cle.Jour > jusqua {
			continue
		}
		es, c := comparerJour(cle, du, poses[debut:j])
		if c != nil {
			conflits = append(conflits, *c)
		}
		for _, e := range es {
			if e.Montant != 0 {
				ecarts = append(ecarts, e)
			}
		}
	}
	if plusieursRisques(dus, poses) {
		return imputer(dus, ecarts, conflits)
	}
	return ecarts, conflits
}

// comparerJour compares one day. du is nil when the day left the calendar. Several are
// concerned when one is owed, and others were paid.
func comparerJour(cle Cle, du *Du, poses []Pose) ([]Ecart, *Conflit) {
	e := Ecart{Cle: cle, Rang: len(poses)}
	if du != nil && du.Etat == droit.Attente {
		return []Ecart{acompte(e, du, poses)}, nil // neither owed nor too much until the answer comes
	}
	if du != nil {
		e.Dossier, e.Destinataire, e.Regle, e.Exonere = du.Dossier, du.Destinataire, du.Regle, du.Exonere
		e.Nouveau = du.Dette()
	}
	var paye v.Centimes
	for k := range poses {
		paye += poses[k].Brut
	}
	e.Montant = e.Nouveau - paye
	if len(poses) == 0 {
		return []Ecart{e}, nil
	}
	if du == nil {
		e.Dossier = poses[0].Dossier
	}
	if trop := ailleurs(du, poses); trop > 0 {
		e.Montant += trop // what its payee lacks; he lacks nothing when he was paid whole
		if e.Montant > 0 && !du.Redresse {
			return nil, &Conflit{Cle: cle, Dossier: du.Dossier, PayeA: poses[len(poses)-1].Destinataire, DuA: du.Destinataire, Paye: paye, Du: e.Nouveau, Reste: e.Montant}
		}
		e.Racine = racine(poses, e.Destinataire)
		return append([]Ecart{e}, reprendre(e, poses, du.Destinataire, trop)...), nil
	}
	if e.Montant > 0 && e.Nouveau != 0 {
		e.Racine = racine(poses, e.Destinataire)
		return []Ecart{e}, nil
	}
	return reprendre(e, poses, "", -e.Montant), nil
}

// ailleurs is what others than whoever is owed a day received for it, and that discharges
// the caisse of nothing.
func ailleurs(du *Du, poses []Pose) (trop v.Centimes) {
	if du == nil || du.Dette() == 0 {
		return 0
	}
	for k := range poses {
		if poses[k].Destinataire != du.Destinataire {
			trop += poses[k].Brut
		}
	}
	return max(0, trop-du.Libere)
}

// reprendre says who was paid too much: whoever was paid last, if he received that much,
// else another who did, else each for what he received, the last one first. Whoever is
// owed the day is not asked for what others received.
func reprendre(e Ecart, poses []Pose, sauf Destinataire, montant v.Centimes) (es []Ecart) {
	part := func(d Destinataire, m v.Centimes) {
		x := e
		x.Montant, x.Nouveau, x.Destinataire = -m, recu(poses, d)-m, d
		x.Racine, x.Exonere = racine(poses, d), poses[0].Exonere
		es = append(es, x)
	}
	for i := len(poses) - 1; i >= 0; i-- {
		if d := poses[i].Destinataire; d != sauf && recu(poses, d) >= montant {
			part(d, montant)
			return es
		}
	}
	vus := map[Destinataire]bool{sauf: true}
	for i := len(poses) - 1; i >= 0 && montant > 0; i-- {
		d := poses[i].Destinataire
		if m := min(recu(poses, d), montant); m > 0 && !vus[d] {
			part(d, m)
			montant -= m
		}
		vus[d] = true
	}
	return es
}

// recu is what a payee received for a day.
func recu(poses []Pose, d Destinataire) (somme v.Centimes) {
	for i := range poses {
		if poses[i].Destinataire == d {
			somme += poses[i].Brut
		}
	}
	return somme
}

// acompte returns what an awaited day may still be paid on account: its certain
// part, less what was posted. It is never for an employer, who is paid once the
// wage that he kept is known (ACO-03), nor for whoever was not paid before.
func acompte(e Ecart, du *Du, poses []Pose) Ecart {
	if du.Destinataire != Assure || !du.Attend() {
		return e
	}
	var paye v.Centimes
	for k := range poses {
		paye += poses[k].Brut
		if poses[k].Destinataire != Assure && poses[k].Racine != "" {
			return e
		}
	}
	if du.IJ <= paye {
		return e
	}
	e.Acompte, e.Montant, e.Nouveau = true, du.IJ-paye, du.IJ
	e.Dossier, e.Destinataire, e.Regle, e.Exonere = du.Dossier, Assure, du.Regle, du.Exonere
	e.Racine = racine(poses, Assure)
	return e
}

// racine returns the line that first paid the day to a payee, among those that were
// not cancelled; empty when none did.
func racine(poses []Pose, d Destinataire) string {
	for i := range poses {
		if poses[i].Racine != "" && poses[i].Destinataire == d {
			return poses[i].Racine
		}
	}
	return ""
}

// Dettes keeps the differences that are debts, one way or the other, without
// what may be paid on account.
func Dettes(ecarts []Ecart) []Ecart {
	return slices.DeleteFunc(ecarts, func(e Ecart) bool { return e.Acompte })
}
