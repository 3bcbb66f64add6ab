package app_test

import (
	"context"
	"errors"
	"os"
	"slices"
	"testing"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// cure has every agent do what is awaited of him: tasks are done, what was paid too much is
// decided, what is stopped goes on, and both numbers of one person are brought together.
func (x *mains) cure() {
	ctx := context.Background()
	if _, err := x.c.Consulter(ctx, string(invente(elle+1))); err == nil {
		_, _, err = x.c.Agir(ctx, string(invente(elle)), dossier.Intervention{Nature: dossier.Rattacher, Objet: string(invente(elle + 1)), Par: gens["directeur"], Role: "directeur", Motif: "une personne"})
		x.refuse(err)
	}
	for _, g := range x.arretsOuverts() {
		x.lever(g)
	}
	x.controlerTout()
	x.revenir()
	for range 20 { // an act may call for another
		vue := x.consulter(string(invente(elle)))
		if !slices.ContainsFunc(vue.Etapes, func(e app.Etape) bool {
			return slices.ContainsFunc(suivi.Ouvertes(e.Taches), func(t suivi.Tache) bool { return x.accomplir(&e, app.NumeroDossier(vue.Personne, &e.Chaine), &t) })
		}) {
			return
		}
	}
}

// controlerTout looks at every payment that was drawn: those that wait for it may leave.
func (x *mains) controlerTout() {
	vue := x.consulter(string(invente(elle)))
	for i := range vue.Controles {
		if k := &vue.Controles[i]; k.Issue == nil {
			_, _, err := x.c.Agir(context.Background(), k.Dossier, dossier.Intervention{Nature: dossier.Controler, Objet: k.Ordre, Valeur: app.Conforme, Par: gens["cadre"], Role: "cadre", Motif: "vu"})
			x.verifierErreur(err)
		}
	}
}

// accomplir does a task of a dossier, and reports whether it was done.
func (x *mains) accomplir(e *app.Etape, num string, t *suivi.Tache) bool {
	objet := t.Appels[len(t.Appels)-1].Acte
	a := dossier.Intervention{Objet: objet, Par: gens["cadre"], Role: "cadre", Motif: "fait"}
	a.Nature = finit[t.Genre]
	switch t.Genre {
	case suivi.Urgence, suivi.Promesse, suivi.Avis:
	case suivi.Reclamation:
		if t.Valeur == suivi.Remise && x.consulter(num).RemiseADecider(objet) {
			a.Nature, a.Role, a.Valeur = dossier.Remettre, "directeur", []string{decision.RemiseTotale, decision.RemiseRefusee}[x.tirer(2, "remise")]
		}
	case suivi.Constat:
		a.Nature = dossier.Retirer // nothing was wrong
		if ps := x.consulter(num).Pieces; x.parfois("une pièce répare") {
			a.Nature, a.Role, a.Valeur = dossier.Reparer, "directeur", ps[slices.IndexFunc(ps, func(p app.PieceRecue) bool {
				return p.Genre != dossier.GenreIntervention && p.Genre != dossier.GenreDecision
			})].Empreinte
		}
	case suivi.Renvoi:
		_, err := x.c.Joindre(context.Background(), num, dossier.Intervention{Valeur: t.Valeur, Par: gens["accueil"], Role: "accueil", Motif: "revenue"}, "lettre.pdf", []byte{byte(x.suivante())})
		x.verifierErreur(err)
		return true
	case suivi.Verification:
		return x.verifierProgres(num, t)
	case suivi.Transmission:
		a.Objet = t.Valeur
	case suivi.Confirmation:
		a.Nature = []dossier.NatureIntervention{dossier.Confirmer, dossier.Retirer}[x.tirer(2, "confirmer ou retirer")]
		a.Role, a.Par = "directeur", "Hélène Directrice" // nobody else's act is hers
	default: // entrusted to someone: while the dossier runs, that only says who works on it
		if t.Depuis <= e.Fin {
			return false
		}
		a.Nature = dossier.Retirer
	}
	_, _, err := x.c.Agir(context.Background(), string(invente(elle)), a)
	if errors.Is(err, decision.ErrConfirmation) {
		a.Role = "comptable" // the second person of a claim
		_, _, err = x.c.Agir(context.Background(), string(invente(elle)), a)
		a.Role = "directeur"
	}
	if errors.Is(err, app.ErrReprise) || errors.Is(err, app.ErrFiche) || errors.Is(err, app.ErrProgres) {
		a.Nature = dossier.Retirer // what it decided has no object any more
		_, _, err = x.c.Agir(context.Background(), string(invente(elle)), a)
	}
	x.verifierErreur(err)
	x.faits[a.Nature]++
	return true
}

// decider settles what holds money back or was paid too much.
func (x *mains) decider() {
	vue := x.consulter(string(invente(elle)))
	for i := range vue.Retenues {
		if r := &vue.Retenues[i]; r.Motif == paiement.AttendCompte && r.Destinataire.SIRET() != "" {
			a, p := x.v.arrets[0], v.P(r.Details[0].Jour, r.Details[len(r.Details)-1].Jour)
			x.recevoir(uneAttestation(invente(elle), r.Destinataire.SIRET(), a.Du-1, x.v.brut, x.suivante(), mois(a.Du), &dossier.SubrogationDeclaree{Periode: p, IBAN: compteInvente(100)}))
			return // the next ones are looked at afresh
		}
	}
	for i := range vue.Retenues {
		r := &vue.Retenues[i]
		p := v.P(r.Details[0].Jour, r.Details[len(r.Details)-1].Jour)
		if r.Motif == paiement.TropVerse && slices.ContainsFunc(vue.Calcul.Situation.Interventions, func(a dossier.Intervention) bool { return a.Nature == dossier.NotifierIndu && a.Vise(p.Du, a.Ligne) }) {
			x.apresReclame(vue)
			continue // claimed: that waits for whoever received it
		}
		switch {
		case r.Motif == paiement.Invraisemblable:
			x.agir(dossier.Intervention{Nature: dossier.Liberer, Periode: p})
		case r.Motif == paiement.TropVerse && r.Par == "":
			x.reprendre(p)
		case r.Motif == paiement.AttendArbitrage && !x.redresser(vue, r):
			a := dossier.Intervention{Nature: dossier.ForcerDestinataire, Valeur: "assure", Periode: p}
			if r.PayeA.SIRET() != "" {
				a.Valeur = "employeur"
			}
			x.agir(a)
		}
		if r.Motif != paiement.AttendRythme && r.Motif != paiement.AttendAcompte {
			return // the next ones are looked at afresh
		}
	}
}

// reprendre sets what was paid too much against what is owed, gives it up, or claims it.
func (x *mains) reprendre(p v.Periode) {
	for _, n := range []dossier.NatureIntervention{dossier.Compenser, dossier.Renoncer} {
		if x.parfois(string(n)) {
			_, _, err := x.c.Agir(context.Background(), string(invente(elle)), dossier.Intervention{Nature: n, Periode: p, Par: gens["directeur"], Role: "directeur", Motif: "vu"})
			if !x.refuse(err) {
				x.faits[n]++
				return
			}
		}
	}
	_, _, err := x.c.Agir(context.Background(), string(invente(elle)), dossier.Intervention{Nature: dossier.NotifierIndu, Valeur: "caisse_calcul", Periode: p, Par: gens["cadre"], Role: "cadre", Motif: "vu"})
	if !x.refuse(err) {
		x.faits[dossier.NotifierIndu]++
	}
}

// apresReclame has what is claimed received, or asked to be given up.
func (x *mains) apresReclame(vue *app.Vue) {
	a := dossier.Intervention{Nature: dossier.ConstaterReception, Date: vue.Jour, Par: gens["accueil"], Role: "accueil", Motif: "vu"}
	if x.parfois("une remise") {
		a = dossier.Intervention{Nature: dossier.Reclamer, Valeur: suivi.Remise, Par: gens["accueil"], Role: "accueil", Motif: "loyer impayé"}
	} else if !x.designer(vue, &a) {
		return
	}
	_, _, err := x.c.Agir(context.Background(), string(invente(elle)), a)
	if !x.refuse(err) {
		x.faits[a.Nature]++
	}
}

// surveillerJours proves that what is certain leaves although nobody answers: after a
// rhythm, each day is paid what is certain of it, or held for a reason that names someone.
// Nothing is paid on account to an employer (ACO-03).
func (x *mains) surveillerJours(vue *app.Vue) {
	pose := registre.Verser(vue.Dus, vue.Poses)
	for i := range vue.Dus {
		d := &vue.Dus[i]
		certain := d.Dette()
		if d.Etat == droit.Attente && d.Destinataire == registre.Assure {
			certain = d.IJ
		}
		if d.Jour+16 > vue.Jour || certain <= pose[d.Cle] {
			continue
		}
		if !slices.ContainsFunc(vue.Retenues, func(r paiement.Retenue) bool {
			return r.Motif != paiement.AttendRythme && r.Motif != paiement.AttendAcompte && slices.ContainsFunc(r.Details, func(j paiement.JourRetenu) bool { return j.Cle == d.Cle })
		}) {
			x.t.Fatalf("le %s, le %s est certain de %s, payé de %s, et nul ne le retient : %+v ; %+v", vue.Jour, d.Jour, certain, pose[d.Cle], d, vue.Retenues)
		}
	}
}

// prouverEnCours proves the base but for promises that nobody kept: they are said to be late.
func (x *mains) prouverEnCours() { x.prouverSauf("PROMESSE") }

func (x *mains) prouverSauf(code string) {
	r, err := x.c.Verifier(context.Background(), func(int) {})
	x.verifierErreur(err)
	for _, b := range r.Breches {
		if b.Code != code {
			x.t.Fatalf("%s %s : %s", b.Code, b.Objet, b.Phrase)
		}
	}
}

// solde proves that nothing is open: each day has what it owes, or what was paid beyond it
// is given up, or asked back by someone who is named.
func (x *mains) solde() {
	vue := x.consulter(string(invente(elle)))
	if n := len(vue.Calcul.Questions) + len(vue.Calcul.AVenir); n != 0 {
		x.t.Fatalf("%d questions restent : %+v %+v", n, vue.Calcul.Questions, vue.Calcul.AVenir)
	}
	type jour struct {
		le    v.Jour
		ligne string
	}
	dus, payes := map[jour]v.Centimes{}, map[jour]v.Centimes{} // under whatever risk: a day paid under another is paid
	for c, n := range registre.Verser(vue.Dus, vue.Poses) {
		payes[jour{c.Jour, c.Ligne}] += n
	}
	for i := range vue.Dus {
		d := &vue.Dus[i]
		j := jour{d.Jour, d.Ligne}
		if dus[j] += d.Dette(); d.Attend() || dus[j] > payes[j] {
			x.t.Fatalf("le %s (%s) : %s, %s dus, %s payés ; retenues %+v", d.Jour, d.Ligne, d.Etat, dus[j], payes[j], vue.Retenues)
		}
	}
	for i := range vue.Etapes {
		e := &vue.Etapes[i]
		num := app.NumeroDossier(vue.Personne, &e.Chaine)
		trop := slices.ContainsFunc(vue.Retenues, func(r paiement.Retenue) bool { return r.Dossier == num && r.Motif == paiement.TropVerse })
		if e.Genre != suivi.Clos && e.Genre != suivi.Refuse && (!trop || e.Acteur == "") {
			x.t.Fatalf("%+v ; retenues %+v ; tâches %+v", e.Etape, vue.Retenues, suivi.Ouvertes(e.Taches))
		}
	}
}

// vivreUnJour lives a day, and looks at what it left to each of her numbers.
func (x *mains) vivreUnJour(payer, silence bool) {
	x.vivre(1, payer)
	for n := range 2 {
		vue, err := x.c.Consulter(context.Background(), string(invente(elle+n)))
		if errors.Is(err, app.ErrAbsent) {
			continue
		}
		x.verifierErreur(err)
		x.surveillerVue(vue)
		if silence {
			x.surveillerJours(vue)
		}
	}
}

func (x *mains) pas() {
	switch x.auHasard(20, "pas") {
	case 0, 1, 2, 3:
		for range 1 + x.tirer(6, "jours") {
			x.vivreUnJour(x.parfois("payer"), false)
		}
	case 4, 5, 6, 7:
		x.piece()
	case 8, 9:
		x.arreter()
	case 10:
		x.signer()
	case 11:
		if x.double {
			x.renumeroter()
		}
	default:
		x.acte()
	}
}

// unSurDeux has many payments looked at, some before they leave.
const unSurDeux = "nature;depuis;un_sur;quand\npremier;2026-01-01;2;apres\nsuite;2026-01-01;2;avant\nacompte;2026-01-01;3;apres\nrappel;2026-01-01;2;apres\n"

// From any state that pieces, days, silence and the acts of agents lead to: if nobody ever
// answers, what is certain is paid all the same, or held by someone who is named; as soon
// as everyone answers and does what he has to, the dossier ends settled.
func TestToutLeMondeAgitEtRepond(t *testing.T) {
	cas := 6
	if os.Getenv("ACCORD_LONG") != "" {
		cas = 400
	}
	courte(t, cas)
	faits := map[dossier.NatureIntervention]int{}
	rapid.Check(t, func(rt *rapid.T) {
		m, fermer := nouveauMonde(t, debut)
		defer fermer()
		m.c = caisseAvec(t, m.c.Store(), m.h, func(conf *app.Config) { conf.Tirages = decision.LireTirages(unSurDeux) })
		x := &mains{reponses: &reponses{monde: m, t: rt}, faits: faits}
		x.inventer()
		x.prescrire(0, siretInvente(0))
		x.recevoir(unAvis(invente(quelquUnDAutre), debut, debut+v.Jour(x.tirer(200, "l'arrêt d'un autre")), siretInvente(3)))
		x.double = x.tirer(3, "deux numéros") == 0
		if x.parfois("payée d'abord") {
			a := x.v.arrets[0]
			x.recevoir(uneAttestation(invente(elle), siretInvente(0), a.Du-1, x.v.brut, x.suivante(), mois(a.Du), x.subrogationDe(a, true)))
			x.recevoir(unRIB(invente(elle), compteInvente(elle), debut, false))
			for range x.tirer(25, "jours payés") {
				x.vivreUnJour(true, false)
			}
		}
		for range 8 + x.auHasard(24, "pas") {
			x.pas()
		}
		if x.parfois("silence") {
			for i := range 45 {
				x.vivreUnJour(true, i > 16) // a first payment on account comes ten days after the reception
			}
		}
		x.prouverEnCours()
		x.double = false
		if x.v.mort != 0 {
			x.mourir()
		}
		for k := range x.v.arrets {
			x.prescrire(k, siretInvente(0))
		}
		fin := x.v.arrets[len(x.v.arrets)-1].Au + 20
		for i := 0; i < 10 || x.h.Jour() < fin; i++ {
			x.cure()
			x.repondre()
			x.vivre(3, true)
		}
		x.fin = true
		for range 8 {
			x.cure()
			x.decider()
			x.repondre()
			x.vivre(1, true)
		}
		x.solde()
		x.prouverSauf("")
		if x.redresse {
			faits[dossier.PayerAQuiDeDroit]++
		}
	})
	if cas > 100 {
		atteindre(t, faits)
	}
}

// atteindre fails on each act that no case did: a property that does not reach it proves nothing of it.
func atteindre(t *testing.T, faits map[dossier.NatureIntervention]int) {
	t.Helper()
	natures := []dossier.NatureIntervention{reprendreLArret}
	for _, g := range []decision.GenreGel{decision.GelPersonne, decision.GelRegle, decision.GelVersion, decision.GelLot} {
		natures = append(natures, decision.NatureGel(g))
	}
	for _, role := range decision.TousRoles() {
		natures = append(natures, decision.Natures(role)...)
	}
	slices.Sort(natures)
	for _, n := range slices.Compact(natures) {
		if faits[n] == 0 {
			t.Errorf("aucun tirage n'a fait l'acte «%s»", n)
		}
	}
}
