package registre

import (
	"testing"

	"accord/droit"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// A day paid to one and owed to another is paid a second time by a decision alone; then the
// first one owes what he received, whatever becomes of the decision.
func TestRedresse(t *testing.T) {
	decide := func(ij v.Centimes) Du {
		d := du(0, ij, Assure)
		d.Redresse = true
		return d
	}
	patron := pose(0, 0, 3287, entreprise)
	elle := pose(0, 1, 3287, Assure)
	for _, c := range []struct {
		nom     string
		du      Du
		poses   []Pose
		veut    map[Destinataire]v.Centimes
		conflit bool
	}{
		{"payé à l'employeur, sans décision", du(0, 3287, Assure), []Pose{patron}, nil, true},
		{"décidé", decide(3287), []Pose{patron}, map[Destinataire]v.Centimes{Assure: 3287, entreprise: -3287}, false},
		{"décidé, et payé", decide(3287), []Pose{patron, elle}, map[Destinataire]v.Centimes{entreprise: -3287}, false},
		{"payé, décision retirée", du(0, 3287, Assure), []Pose{patron, elle}, map[Destinataire]v.Centimes{entreprise: -3287}, false},
		{"le salaire monte ensuite, décision retirée", du(0, 3500, Assure), []Pose{patron, elle}, nil, true},
		{"le salaire monte ensuite", decide(3500), []Pose{patron, elle}, map[Destinataire]v.Centimes{Assure: 213, entreprise: -3287}, false},
		{"le salaire baisse ensuite", decide(3000), []Pose{patron, elle}, map[Destinataire]v.Centimes{Assure: -287, entreprise: -3287}, false},
		{"le jour est refusé ensuite", decide(0), []Pose{patron, elle}, map[Destinataire]v.Centimes{Assure: -3287, entreprise: -3287}, false},
		{"repris à l'employeur", decide(3287), []Pose{patron, elle, pose(0, 2, -3287, entreprise)}, nil, false},
	} {
		ecarts, conflits := Comparer([]Du{c.du}, c.poses, lundi)
		recu := map[Destinataire]v.Centimes{}
		for _, e := range ecarts {
			recu[e.Destinataire] += e.Montant
		}
		for _, d := range []Destinataire{Assure, entreprise} {
			if recu[d] != c.veut[d] {
				t.Errorf("%s : %s, %v au lieu de %v", c.nom, d, recu[d], c.veut[d])
			}
		}
		if (len(conflits) > 0) != c.conflit {
			t.Errorf("%s : conflits %+v", c.nom, conflits)
		}
	}
}

// Sickness paid to one and an accident owed to the other on the same day: the same decision.
func TestRedresseSousUnAutreRisque(t *testing.T) {
	accident := du(0, 4734, entreprise)
	accident.Risque = droit.AccidentTravail
	maladie := pose(0, 0, 3287, Assure)
	if _, cs := Comparer([]Du{accident}, []Pose{maladie}, lundi); len(cs) != 1 || cs[0].Reste != 4734 {
		t.Fatalf("sans décision : %+v", cs)
	}
	accident.Redresse = true
	ecarts, cs := Comparer([]Du{accident}, []Pose{maladie}, lundi)
	if len(cs) != 0 || len(ecarts) != 2 {
		t.Fatalf("%+v %+v", ecarts, cs)
	}
	if trop := TropPayes(ecarts); len(trop) != 1 || trop[0].Destinataire != Assure || trop[0].Montant != -3287 {
		t.Errorf("trop payé : %+v", trop)
	}
}

// Whoever is owed each day, and whatever is decided in turn, what is owed = what was posted
// + the open differences, and a day is never paid to whoever is owed it beyond what it owes.
func TestCompteEntreDeuxDestinataires(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var poses []Pose
		for range rapid.IntRange(1, 6).Draw(t, "tours") {
			d := du(0, v.Centimes(rapid.IntRange(0, 3).Draw(t, "ij")), rapid.SampledFrom([]Destinataire{Assure, entreprise}).Draw(t, "à"))
			d.Redresse = rapid.Bool().Draw(t, "décidé")
			ecarts, conflits := Comparer([]Du{d}, poses, lundi)
			du := d.Dette()
			for _, p := range poses {
				du -= p.Brut
			}
			for _, e := range ecarts {
				du -= e.Montant
			}
			for _, c := range conflits {
				du -= c.Du - c.Paye
			}
			if du != 0 {
				t.Fatalf("il manque %v : %+v %+v", du, ecarts, conflits)
			}
			for _, e := range ecarts {
				if e.Montant > 0 || rapid.Bool().Draw(t, "repris") {
					poses = append(poses, Pose{Cle: e.Cle, Dossier: "D", Rang: len(poses), Brut: e.Montant, Destinataire: e.Destinataire, Racine: "R"})
				}
			}
			if paye := recu(poses, d.Destinataire); len(conflits) == 0 && d.Dette() > 0 && Verser([]Du{d}, poses)[d.Cle] != paye {
				t.Fatalf("versé %v, reçu %v", Verser([]Du{d}, poses)[d.Cle], paye)
			}
			for _, e := range ecarts {
				if e.Montant > 0 && recu(poses, e.Destinataire) > d.Dette() {
					t.Fatalf("payé %v pour %v", recu(poses, e.Destinataire), d.Dette())
				}
			}
		}
	})
}
