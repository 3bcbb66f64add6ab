package web

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// What the sample does of acts: it verifies them as the application does, keeps
// them as pieces, and says that a forced amount changes two days.

func (b *fauxBureau) Simuler(_ context.Context, reference string, a dossier.Intervention) (*app.Effet, error) {
	if b.panne != nil {
		return nil, b.panne
	}
	if err := decision.Verifier(&a, aujourdhui); err != nil {
		return nil, err
	}
	e := &app.Effet{}
	switch {
	case a.Nature == dossier.Rattacher && a.Objet == "1850199999001":
		return nil, fmt.Errorf("fiche : %w", app.ErrAbsent)
	case a.Nature == dossier.Rattacher && a.Objet == solde:
		return nil, fmt.Errorf("%w : la fiche %s est déjà rattachée, détachez-la d'abord", app.ErrFiche, solde)
	case a.Nature == dossier.Rattacher:
		avant := registre.Du{Cle: registre.Cle{Jour: j(10, 13), Ligne: "44306184100047/1", Risque: droit.Maladie}, Etat: droit.Paye, IJ: 3100, Destinataire: registre.Assure}
		e.Jours = []app.JourChange{{Cle: avant.Cle, Avant: avant}}
		e.Ecart, e.Enjeu = -150_000, 150_000
		e.Etapes = []app.EtapeChange{{Dossier: ancienne + "-20261001", Apres: "1 jour a été payé deux fois."}}
	}
	if x, _ := decision.Exige(a.Nature); x.Montant {
		for d := j(10, 13); d <= j(10, 14); d++ {
			avant := registre.Du{Cle: registre.Cle{Jour: d, Ligne: ligneRoute, Risque: droit.Maladie}, Etat: droit.Attente, IJ: 250, Destinataire: registre.Assure}
			apres := avant
			apres.Etat, apres.IJ = droit.Paye, 3100
			e.Jours = append(e.Jours, app.JourChange{Cle: avant.Cle, Avant: avant, Apres: apres})
		}
		e.Ecart, e.Paye, e.Enjeu = 6200, 5700, 6200
		e.Etapes = []app.EtapeChange{{Dossier: reference, Avant: "Il manque un salaire.", Apres: "2 jours sont dus."}}
	}
	aDeux, err := decision.Pouvoir(a.Nature, a.Role, e.Enjeu)
	e.ADeux = aDeux
	if decision.Exterieur(a.Role) {
		e = &app.Effet{Exterieur: true, Suite: "La personne est rappelée.", Echeance: j(11, 10)}
	}
	return e, err
}

func (b *fauxBureau) Agir(ctx context.Context, reference string, a dossier.Intervention) (dossier.Intervention, *app.Effet, error) {
	e, err := b.Simuler(ctx, reference, a)
	if err != nil {
		return a, nil, err
	}
	personne, _, _ := strings.Cut(reference, "-")
	vue := b.vues[personne]
	a.ID, a.Instant, a.ADeux = fmt.Sprintf("acte%d", len(vue.Pieces)), b.Clock().Instant(), e.ADeux
	if s := vue.Calcul.Situation; a.ADeux {
		s.AConfirmer = append(s.AConfirmer, a)
	} else {
		s.Interventions = append(s.Interventions, a)
	}
	texte, err := json.Marshal(a)
	vue.Pieces = append(vue.Pieces, app.PieceRecue{Empreinte: empreinteDe(a.ID), Personne: personne, Genre: dossier.GenreIntervention, RecuLe: a.Instant, Extrait: texte})
	return a, e, err
}

func (b *fauxBureau) SimulerNumero(ctx context.Context, reference string, nir v.NIR, a dossier.Intervention) (*app.Effet, error) {
	b.demande = append(b.demande, reference+" devient "+nir.Clair())
	return b.Simuler(ctx, reference, a)
}

func (b *fauxBureau) Renumeroter(ctx context.Context, reference string, nir v.NIR, a dossier.Intervention) (dossier.Intervention, *app.Effet, error) {
	b.demande = append(b.demande, reference+" est "+nir.Clair())
	a.Objet, a.Valeur = ancienne, claire
	return b.Agir(ctx, reference, a)
}

func empreinteDe(id string) string { return fmt.Sprintf("%064x", id)[:64] }

func (b *fauxBureau) Joindre(ctx context.Context, reference string, a dossier.Intervention, nom string, contenu []byte) (dossier.Intervention, error) {
	personne, _, _ := strings.Cut(reference, "-")
	a.Objet = empreinteDe(nom)
	b.vues[personne].Pieces = append(b.vues[personne].Pieces, app.PieceRecue{
		Empreinte: a.Objet, Personne: personne, Genre: dossier.GenreJointe, NomFichier: nom, RecuLe: b.Clock().Instant(), Extrait: contenu,
	})
	a, _, err := b.Agir(ctx, reference, a)
	return a, err
}

// gelsDuBureau are one stop of each state.
func gelsDuBureau() []app.GelVu {
	geste := func(id string, g decision.GenreGel, objet string, aDeux bool) decision.GesteGel {
		return decision.GesteGel{Gel: id, Geste: decision.Arreter, Genre: g, Objet: objet, Par: "Anne Lebrun", Role: "cadre", Motif: "plafond en doute", Jusque: j(12, 1), ADeux: aDeux, Le: 1_700_000_000_000_000}
	}
	confirme := geste("A1", decision.GelRegle, "MAL-BAS-04", true)
	confirme.Geste, confirme.Par = decision.ConfirmerArret, "Marc Petit"
	leve := geste("C3", decision.GelPersonne, claire, false)
	leve.Geste = decision.Reprendre
	return []app.GelVu{
		{Gel: decision.Gel{GesteGel: geste("A1", decision.GelRegle, "MAL-BAS-04", true), Confirme: &confirme}, GelCompte: app.GelCompte{Personnes: 12, Jours: 96, Brut: 315_552}},
		{Gel: decision.Gel{GesteGel: geste("B2", decision.GelVersion, "2026-03", true)}},
		{Gel: decision.Gel{GesteGel: geste("C3", decision.GelPersonne, claire, false), Leve: &leve}, Nom: "MARTIN Claire"},
		{Gel: decision.Gel{GesteGel: geste("D4", decision.GelLot, "IJ-441-20261120-0001", false)}},
	}
}

func (b *fauxBureau) Gels(context.Context) ([]app.GelVu, error) { return b.arrets, b.panne }

// SimulerGel shows what a stop of the sample would hold of two people, and that not everyone was looked at.
func (b *fauxBureau) SimulerGel(_ context.Context, g decision.GesteGel, limite int) (*app.EffetGel, error) {
	if b.panne != nil {
		return nil, b.panne
	}
	if g.Geste == decision.Arreter {
		if err := decision.VerifierGel(&g, aujourdhui); err != nil {
			return nil, err
		}
	}
	for i := range b.arrets {
		if x := &b.arrets[i]; g.Geste != decision.Arreter && x.Gel.Gel == g.Gel {
			geste := g.Geste
			g = x.GesteGel
			g.Geste = geste
			if geste == decision.Reprendre && x.AConfirmer() {
				return &app.EffetGel{GesteGel: g, SansEffet: true}, nil
			}
		}
	}
	if g.Genre == "" {
		return nil, app.ErrAbsent
	}
	e := &app.EffetGel{
		GesteGel: g, Tenus: app.GelCompte{Personnes: 2, Jours: 12, Brut: 39_444}, Periode: v.P(j(10, 12), j(10, 22)), Examines: limite, Laisses: 11_431, OrdresLaisses: 340,
		Personnes: []app.PersonneTenue{
			{Personne: claire, Nom: "MARTIN Claire", Dossier: dossierLong, Periodes: []v.Periode{v.P(j(10, 12), j(10, 16)), v.P(j(10, 19), j(10, 22))}, Jours: 9, Brut: 29_583},
			{Personne: solde, Nom: "DURAND Paul", Dossier: solde + "-20261001", Periodes: []v.Periode{v.P(j(10, 13), j(10, 15))}, Jours: 3, Brut: 9_861},
		},
		Annules: []app.OrdreAnnule{{ID: ordreEmis, Personne: claire, Nom: "MARTIN Claire", Dossier: dossierLong, Etat: paiement.Signe, Jours: 5, Brut: 16_435, Net: 15_334}},
		Paye:    -22_000,
	}
	if g.Geste == decision.Reprendre {
		e.Annules, e.Paye, e.Attend = nil, 29_583, []app.AttenteGel{{Motif: paiement.AttendCompte, Jours: 3, Brut: 9_861}}
	}
	return e, nil
}

func (b *fauxBureau) Arreter(_ context.Context, g decision.GesteGel) (app.GelFait, error) {
	if err := decision.VerifierGel(&g, aujourdhui); err != nil {
		return app.GelFait{}, err
	}
	g.Gel, g.Le = "E5", b.Clock().Instant()
	b.arrets = append([]app.GelVu{{Gel: decision.Gel{GesteGel: g}}}, b.arrets...)
	return app.GelFait{GesteGel: g}, nil
}

func (b *fauxBureau) ConfirmerArret(_ context.Context, id string, par v.Agent, role, motif string) (app.GelFait, error) {
	for i := range b.arrets {
		if g := &b.arrets[i].Gel; g.Gel == id {
			if err := decision.ConfirmerGel(g, par, role); err != nil {
				return app.GelFait{}, err
			}
			g.Confirme = &decision.GesteGel{Gel: id, Geste: decision.ConfirmerArret, Par: par.Nom, Matricule: par.Matricule, Role: role, Motif: motif}
		}
	}
	return app.GelFait{}, nil
}

func (b *fauxBureau) Reprendre(_ context.Context, id string, par v.Agent, role, motif string) (decision.GesteGel, error) {
	for i := range b.arrets {
		if g := &b.arrets[i].Gel; g.Gel == id {
			g.Leve = &decision.GesteGel{Gel: id, Geste: decision.Reprendre, Par: par.Nom, Matricule: par.Matricule, Role: role, Motif: motif}
			return *g.Leve, decision.PeutReprendre(role)
		}
	}
	return decision.GesteGel{}, app.ErrAbsent
}

func (b *fauxBureau) Controles(context.Context) (*app.BilanControles, error) {
	return &app.BilanControles{
		Depuis:  aujourdhui - app.JoursControles,
		AFaire:  []app.ControleAFaire{{Controle: app.Controle{Ordre: ordreEmis, Dossier: dossierLong, Nature: decision.PremierPaiement, Le: j(10, 13), Brut: 49_400}, Nom: "MARTIN Claire"}},
		Comptes: []app.CompteControle{{Nature: decision.PremierPaiement, Tires: 41, Conformes: 38, ACorriger: 2, Attente: 1}, {Nature: decision.Suite, Tires: 17, Conformes: 17}},
	}, b.panne
}

func (b *fauxBureau) Signer(_ context.Context, reference string, s app.Signature) (signees []decision.Proposee, err error) {
	personne, _, _ := strings.Cut(reference, "-")
	for i := range b.vues[personne].Proposees {
		if p := &b.vues[personne].Proposees[i]; p.Signee == nil && p.Dossier == reference {
			p.Signee = &dossier.Decision{Par: s.Par.Nom, Motif: s.Motif}
			signees = append(signees, *p)
		}
	}
	if len(signees) == 0 {
		return nil, app.ErrRienASigner
	}
	return signees, nil
}
