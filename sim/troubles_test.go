package sim

import (
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	v "accord/valeur"
)

// What the product must have done of each trouble. A kind that is not here is
// one that only the reception sees: see verifierReception.
var attendus = map[Genre]func(t *testing.T, x Trouble, d *app.Vue){
	AvisTardif:              paye,
	AvisEncoreTardif:        reduit,
	SignalementTardif:       paye,
	FichierRedonne:          paye,
	AvisRedonne:             paye,
	PrescriptionsCroisees:   seulDossierPaye,
	SansSignalement:         paye,
	LignesIllisibles:        paye,
	CleNIRFausse:            paye,
	IBANFaux:                paye,
	DateImpossible:          paye,
	FichierEssai:            paye,
	SignalementRemplace:     employeurPaye,
	AttestationRectifiee:    salaireRetenu,
	DeclarationRemplacee:    salaireRetenu,
	SalaireContradictoire:   contradictionDite,
	DernierJourPrescrit:     demande(dossier.QuestionDates, "employeur"),
	SansAvis:                demande(dossier.QuestionAvisArret, "assure"),
	SansSalaire:             demande(dossier.QuestionSalaire, "employeur"),
	SansRIB:                 compteAttendu,
	DeclarationSansPersonne: salaireOublie,
}

// etape finds the dossier of the arrêt.
func etape(x Trouble, d *app.Vue) *app.Etape {
	for i := range d.Etapes {
		if !v.P(d.Etapes[i].Debut, d.Etapes[i].Fin).Inter(x.Arret).IsZero() {
			return &d.Etapes[i]
		}
	}
	return &app.Etape{}
}

func paye(t *testing.T, x Trouble, d *app.Vue) {
	if e := etape(x, d); e.Bilan.Payes == 0 {
		t.Errorf("rien n'est payé : %+v, étape «%s»", e.Bilan, e.Phrase)
	}
}

func seulDossierPaye(t *testing.T, x Trouble, d *app.Vue) {
	paye(t, x, d)
	if len(d.Etapes) != 1 || len(d.Etapes[0].Arrets) != 2 {
		t.Errorf("%d dossiers au lieu d'un pour deux prescriptions", len(d.Etapes))
	}
	for i := 1; i < len(d.Dus); i++ {
		if d.Dus[i].Cle == d.Dus[i-1].Cle {
			t.Errorf("le %s figure deux fois", d.Dus[i].Jour.Francais())
		}
	}
}

// reduit: the reduction of the second delay is in the calendar, decided or waiting
// for a signature, and what is certain of its days is paid.
func reduit(t *testing.T, x Trouble, d *app.Vue) {
	paye(t, x, d)
	if !slices.ContainsFunc(d.Proposees, func(p decision.Proposee) bool {
		return p.Regle == "MAL-RTD-01" && p.Reserve > 0 && !p.Periode.Inter(x.Arret).IsZero()
	}) {
		t.Errorf("aucune réduction n'est proposée : %+v", d.Proposees)
	}
	if !slices.ContainsFunc(d.Messages, func(m app.Message) bool { return strings.Contains(m.Objet, "envoyé en retard") }) {
		t.Error("l'assuré n'a pas été averti du premier retard")
	}
}

func employeurPaye(t *testing.T, x Trouble, d *app.Vue) {
	paye(t, x, d)
	for _, p := range d.Poses {
		if strings.HasPrefix(p.Ligne, string(x.SIRET)) && p.Destinataire.SIRET() != x.SIRET {
			t.Errorf("le %s est payé à %s", p.Jour.Francais(), p.Destinataire)
		}
	}
}

// salaires sums what is retained of the month of the trouble.
func salaires(x Trouble, d *app.Vue) (somme v.Centimes, n int) {
	cas := &d.Calcul.Situation.Cas
	for i := range cas.Activites {
		if cas.Activites[i].Employeur != x.SIRET {
			continue
		}
		for _, s := range cas.Activites[i].Salaires {
			if s.Periode.Du.DebutMois() == x.Mois {
				somme += s.Brut.Ou(0)
				n++
			}
		}
	}
	return somme, n
}

func salaireRetenu(t *testing.T, x Trouble, d *app.Vue) {
	if somme, n := salaires(x, d); n != 1 || somme != x.Montant {
		t.Errorf("%d salaires de %s en tout, attendu %s", n, somme.Euros(), x.Montant.Euros())
	}
}

func salaireOublie(t *testing.T, x Trouble, d *app.Vue) {
	if somme, n := salaires(x, d); n != 0 {
		t.Errorf("il reste %s d'une déclaration remplacée", somme.Euros())
	}
}

func contradictionDite(t *testing.T, x Trouble, d *app.Vue) {
	salaireRetenu(t, x, d)
	for _, a := range d.Calcul.Resultat.Avis {
		if a.Code == "SALAIRE_CONTRADICTOIRE" {
			return
		}
	}
	t.Errorf("la contradiction n'est pas dite : %+v", d.Calcul.Resultat.Avis)
}

// demande: the question is open, and was asked, once, of the right person.
func demande(code, aupres string) func(*testing.T, Trouble, *app.Vue) {
	return func(t *testing.T, x Trouble, d *app.Vue) {
		ouverte := slices.ContainsFunc(d.Calcul.Questions, func(q dossier.Question) bool {
			return q.Code == code && strings.HasPrefix(q.AupresDe, aupres) && !q.Pour.Inter(x.Arret).IsZero()
		})
		envoyees := 0
		for _, m := range d.Messages {
			if strings.Contains(m.Cle, "/"+code+"/") && strings.HasPrefix(m.A, aupres) {
				envoyees++
			}
		}
		if !ouverte || envoyees == 0 {
			t.Errorf("question %s à %s : ouverte %v, %d fois posée ; questions %+v", code, aupres, ouverte, envoyees, d.Calcul.Questions)
		}
	}
}

func compteAttendu(t *testing.T, x Trouble, d *app.Vue) {
	e := etape(x, d)
	relaye := e.Acteur == "technicien" && strings.Contains(e.Phrase, "Demandé et rappelé sans réponse") // weeks later
	if e.Bilan.Payes > 0 || e.Bilan.APayer == 0 || e.Acteur != "assure" && !relaye || !strings.Contains(e.Phrase, "coordonnées bancaires") {
		t.Errorf("%+v, étape «%s» (%s)", e.Bilan, e.Phrase, e.Acteur)
	}
	if !slices.ContainsFunc(d.Messages, func(m app.Message) bool {
		return m.A == "assure" && strings.Contains(m.Objet, "coordonnées bancaires")
	}) {
		t.Error("personne n'a demandé les coordonnées bancaires")
	}
}

// verifierReception: what the reception of the file had to say.
func verifierReception(t *testing.T, x Trouble, r app.Reception) {
	t.Helper()
	switch x.Genre {
	case FichierRedonne:
		if !r.DejaRecu {
			t.Error("les mêmes octets ne sont pas reconnus")
		}
		return
	case AvisRedonne:
		if r.Doublons != 1 || r.Nouvelles != 0 {
			t.Errorf("%d pièces nouvelles, %d déjà là", r.Nouvelles, r.Doublons)
		}
		return
	case FichierEssai:
		if !r.Test {
			t.Error("fichier d'essai pris pour réel")
		}
	case DeclarationTardive, SignalementTardif, AvisTardif, AvisEncoreTardif, DeclarationRemplacee, DeclarationSansPersonne, AttestationRectifiee, SignalementRemplace, SalaireContradictoire:
		if r.Nouvelles == 0 {
			t.Errorf("rien de nouveau dans %s", r.Nom)
		}
	}
	if x.Rubrique != "" && !slices.ContainsFunc(r.Anomalies, func(a app.Anomalie) bool { return a.Rubrique == x.Rubrique && a.Gravite != app.Signalee }) {
		t.Errorf("rien n'est dit de %s : %+v", x.Rubrique, r.Anomalies)
	}
}

// verifierTroubles checks that each trouble of the plan was said or handled.
func verifierTroubles(t *testing.T, j *jouee) {
	for _, x := range j.plan.Troubles {
		t.Run(string(x.Genre), func(t *testing.T) {
			if x.Fichier != "" {
				r, ok := j.recus[x.Fichier]
				if !ok {
					t.Fatalf("%s n'a pas été reçu", x.Fichier)
				}
				verifierReception(t, x, r)
			}
			if verifier := attendus[x.Genre]; verifier != nil {
				d, err := j.caisse.Consulter(t.Context(), x.NIR.Clair())
				if err != nil {
					t.Fatal(err)
				}
				verifier(t, x, d)
			}
			if t.Failed() {
				t.Logf("%+v", x)
			}
		})
	}
}
