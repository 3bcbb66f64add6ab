package web

import (
	"slices"
	"strings"

	"accord/droit"
	"accord/indu"
	"accord/libelle"
	v "accord/valeur"
)

// somme is one line of the balance of a dossier: days of the calendar counted
// once each, whatever the number of employers, and gross amounts.
type somme struct {
	Titre     string
	Aspect    libelle.Aspect // gives the line its colour and sign
	Jours     int
	Brut      v.Centimes
	Montant   bool // the amount means something
	Precision string

	dernier v.Jour
}

func (s *somme) ajouter(j v.Jour, m v.Centimes) {
	if j != s.dernier {
		s.Jours++
		s.dernier = j
	}
	s.Brut += m
}

// sommes says what is owed, on its way, paid, awaited and not paid.
func (f *fiche) sommes(as []attente) []somme {
	du := somme{Titre: "Dû, non payé", Aspect: libelle.Du, Montant: true, Precision: "jours passés, rien n'est encore préparé"}
	cours := somme{Titre: "Paiement en cours", Aspect: libelle.EnPaiement, Montant: true, Precision: "préparé, pas encore parti à la banque"}
	paye := somme{Titre: "Payé", Aspect: libelle.Verse, Montant: true}
	attendu := somme{Titre: "En attente", Aspect: libelle.Attendu, Montant: true}
	venir := somme{Titre: "À venir", Aspect: libelle.AVenir, Montant: true, Precision: "jours prescrits qui ne sont pas passés"}
	trop := somme{Titre: "Payé en trop", Aspect: libelle.TropVerse, Montant: true, Precision: "rien n'est réclamé sans décision"}
	signer := somme{Titre: "Refus à décider", Aspect: libelle.ASigner, Precision: "proposé par le calcul, attend la signature d'un agent"}
	reduire := somme{Titre: "Réduction à décider", Aspect: libelle.AReduire, Montant: true, Precision: "le reste est payé ; cette part attend la signature d'un agent"}
	progres := somme{Titre: "Avec PROGRES", Aspect: libelle.ChezProgres, Montant: true, Precision: "rendu à PROGRES, ou revenu sans que l'on sache ce qu'il a payé"}
	regle := somme{Titre: "Réglé par PROGRES", Aspect: libelle.PayeParProgres, Montant: true, Precision: "comme un agent l'a vu"}
	refus := somme{Titre: "Refusé ou suspendu", Aspect: libelle.Refuse}
	sans := somme{Titre: "Non indemnisé", Aspect: libelle.Carence}
	var qui, quoi, pourquoi []string
	for i := range f.Jours {
		j := &f.Jours[i]
		if j.Suite.Verse != 0 {
			paye.ajouter(j.Jour, j.Suite.Verse)
		}
		if j.Suite.Engage != 0 {
			cours.ajouter(j.Jour, j.Suite.Engage)
		}
		switch j.Aspect {
		case libelle.Du, libelle.Partiel:
			du.ajouter(j.Jour, j.Dette()-j.Suite.Verse-j.Suite.Engage+j.Suite.Ailleurs)
		case libelle.AVenir:
			venir.ajouter(j.Jour, j.Dette())
		case libelle.Attendu, libelle.SurCompte:
			attendu.ajouter(j.Jour, max(0, j.IJ-j.Suite.Verse-j.Suite.Engage))
			for _, code := range attendus(as, j) {
				qui = ajouterMot(qui, f.acteurDe(code))
			}
		case libelle.TropVerse, libelle.AUnAutre:
			trop.ajouter(j.Jour, j.Suite.Verse+j.Suite.Engage-j.Dette())
		case libelle.ChezProgres, libelle.RetourProgres:
			progres.ajouter(j.Jour, max(0, j.IJ+j.Reserve-j.Suite.Verse-j.Suite.Engage))
		case libelle.PayeParProgres:
			regle.ajouter(j.Jour, j.ParProgres)
		case libelle.ASigner:
			signer.ajouter(j.Jour, 0)
		case libelle.AReduire:
			reduire.ajouter(j.Jour, j.Reserve)
		case libelle.Refuse, libelle.Suspendu, libelle.Epuise:
			refus.ajouter(j.Jour, 0)
			pourquoi = ajouterMot(pourquoi, j.Aspect.Mot().Mot)
		case libelle.Verse, libelle.EnPaiement:
		default:
			sans.ajouter(j.Jour, 0)
			quoi = ajouterMot(quoi, j.Aspect.Mot().Mot)
		}
	}
	if seuil, err := indu.Seuil(f.table, f.Jour); err == nil && trop.Jours > 0 && trop.Brut < seuil {
		trop.Precision += " ; la caisse peut y renoncer, c'est moins de " + seuil.Euros()
	}
	attendu.Precision = strings.Join(qui, ", ") + " ; le montant est ce qui est certain et pas encore versé"
	refus.Precision = strings.Join(pourquoi, ", ")
	sans.Precision = strings.Join(quoi, ", ")
	var ss []somme
	for _, s := range []somme{du, cours, attendu, progres, signer, reduire, trop, paye, regle, venir, refus, sans} {
		if s.Jours > 0 || s.Aspect == libelle.Du || s.Aspect == libelle.Verse {
			ss = append(ss, s)
		}
	}
	return ss
}

func ajouterMot(mots []string, mot string) []string {
	if slices.Contains(mots, mot) {
		return mots
	}
	return append(mots, mot)
}

// avis lists the warnings of the computation, once each.
func (f *fiche) avis() []droit.Avis {
	var as []droit.Avis
	for _, a := range f.Avis() {
		if !slices.Contains(as, a) {
			as = append(as, a)
		}
	}
	return as
}
