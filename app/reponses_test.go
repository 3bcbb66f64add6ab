package app_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// verite is what is true of one person: pieces tell it in part, late, or once
// wrongly. Whoever is asked answers by it.
type verite struct {
	employeurs  int
	brut        v.Centimes
	arrets      []v.Periode
	subrogation bool
	mort        v.Jour
	accident    bool // at work: stopped by certificates, recognised or not by the caisse
}

// reponses leads one person through pieces that come and pieces that are missing.
type reponses struct {
	*monde
	t       *rapid.T
	v       verite
	version int64
	paie    map[int]bool // employers who never answer: the insured sends payslips
	// redresse: someone was paid days for which another was paid, who owes them back.
	redresse bool
	autre    func(*dossier.Question) bool // answers in place of repondreA, when set
	double   bool                         // she has two numbers: some pieces come under the second one
}

const elle = 0

func (x *reponses) tirer(n int, nom string) int { return rapid.IntRange(0, n-1).Draw(x.t, nom) }

func (x *reponses) parfois(nom string) bool { return x.tirer(2, nom) == 0 }

// numero is a number under which a piece of hers comes.
func (x *reponses) numero() v.NIR {
	if x.double && x.parfois("second numéro") {
		return invente(elle + 1)
	}
	return invente(elle)
}

func (x *reponses) suivante() int64 { x.version++; return x.version }

// inventer draws the truth: one to three arrêts, joined or not.
func (x *reponses) inventer() {
	x.v = verite{employeurs: 1 + x.tirer(2, "employeurs"), brut: v.Centimes(60000 + 10000*x.tirer(30, "brut")), subrogation: x.tirer(4, "subrogation") == 0}
	x.v.accident = x.tirer(4, "accident") == 0
	j := debut + v.Jour(x.tirer(20, "premier jour"))
	for range 1 + x.tirer(3, "arrêts") {
		fin := j + v.Jour(x.tirer(25, "durée"))
		x.v.arrets = append(x.v.arrets, v.P(j, fin))
		j = fin + 1
		if !x.v.accident {
			j += v.Jour(x.tirer(4, "écart")) * v.Jour(x.tirer(5, "pas"))
		}
	}
	if x.tirer(6, "mort") == 0 {
		a := x.v.arrets[len(x.v.arrets)-1]
		x.v.mort = a.Du + v.Jour(x.tirer(a.Jours(), "jour de la mort"))
	}
	x.paie = map[int]bool{}
	for e := range x.v.employeurs {
		x.paie[e] = x.tirer(3, "employeur muet") == 0
	}
}

func (x *reponses) subrogationDe(a v.Periode, compte bool) *dossier.SubrogationDeclaree {
	if !x.v.subrogation {
		return nil
	}
	s := &dossier.SubrogationDeclaree{Periode: v.P(x.v.arrets[0].Du, x.v.arrets[0].Du+300)}
	if compte {
		s.IBAN = compteInvente(100)
	}
	return s
}

// piece sends something of the truth, in whole or in part.
func (x *reponses) piece() {
	k := x.tirer(len(x.v.arrets), "arrêt")
	a := x.v.arrets[k]
	e := x.tirer(x.v.employeurs, "employeur")
	switch x.tirer(6, "pièce") {
	case 0, 1:
		x.prescrire(k, siretInvente(e))
	case 2:
		ms := mois(a.Du)
		x.recevoir(uneAttestation(x.numero(), siretInvente(e), a.Du-1, x.v.brut, x.suivante(), ms[x.tirer(3, "mois connus"):], x.subrogationDe(a, x.parfois("compte employeur"))))
	case 3:
		x.recevoir(unRIB(x.numero(), compteInvente(elle), debut, false))
	case 4:
		if x.v.accident {
			x.recevoir(unAccident(x.numero(), siretInvente(0), x.v.arrets[0].Du-1))
			return
		}
		dernier := a.Du - 1
		if x.tirer(4, "date fausse") == 0 {
			dernier = a.Du + v.Jour(x.tirer(a.Jours(), "faux jour"))
		}
		var iban v.IBAN
		var p v.Periode
		if s := x.subrogationDe(a, x.parfois("compte employeur")); s != nil {
			p, iban = s.Periode, s.IBAN
		}
		x.recevoir(unSignalement(x.numero(), siretInvente(e), a.Du, dernier, max(a.Au, dernier+1), x.suivante(), p, iban))
	default:
		if x.v.mort != 0 && x.h.Jour() > x.v.mort {
			x.mourir()
		}
	}
}

// prescrire sends the prescription of an arrêt.
func (x *reponses) prescrire(k int, employeur v.SIRET) {
	a := x.v.arrets[k]
	if !x.v.accident {
		x.recevoir(unAvis(x.numero(), a.Du, a.Au, employeur))
		return
	}
	nature := dossier.CertificatProlongation
	if k == 0 {
		nature = dossier.CertificatInitial
	}
	x.recevoir(unCertificat(x.numero(), nature, x.v.arrets[0].Du-1, a, employeur))
}

func (x *reponses) mourir() { x.recevoir(unDeces(invente(elle), x.v.mort)) }

// repondre has everyone who is awaited answer, and reports whether someone was.
func (x *reponses) repondre() bool {
	vue := x.consulter(string(invente(elle)))
	n := 0
	for _, q := range vue.Calcul.Questions {
		if x.repondreA(&q) {
			n++
		}
	}
	for i := range vue.Etapes {
		if e := &vue.Etapes[i]; e.Genre == suivi.Agent || e.Genre == suivi.Attend {
			n++
		}
	}
	for _, r := range vue.Retenues {
		x.trancher(vue, &r)
	}
	for _, p := range vue.Proposees {
		if p.Signee == nil {
			_, err := x.c.Signer(context.Background(), vue.Personne, app.Signature{Par: v.Agent{Nom: "Dominique Petit"}, Motif: "vu"})
			if !errors.Is(err, app.ErrRienASigner) { // an answer may have withdrawn it
				x.verifierErreur(err)
			}
			break
		}
	}
	return n > 0
}

func (x *reponses) repondreA(q *dossier.Question) bool {
	if x.autre != nil {
		return x.autre(q)
	}
	employeur := registre.Destinataire(q.AupresDe).SIRET()
	numero := 0
	for e := range x.v.employeurs {
		if siretInvente(e) == employeur {
			numero = e
		}
	}
	switch q.Code {
	case dossier.QuestionSalaire, dossier.QuestionHeures:
		if x.paie[numero] && q.ADefaut != "" { // the insured answers in his stead
			for _, p := range x.moisDe(q) {
				x.recevoir(unBulletin(invente(elle), employeur, p, x.v.brut))
			}
			return true
		}
		a := x.arretDe(q.Pour) // an attestation replaces the one before: it is sent whole
		ms := derniersMois(a.Du, 14)
		for _, p := range x.moisDe(q) {
			if !slices.Contains(ms, p) {
				ms = append(ms, p)
			}
		}
		x.recevoir(uneAttestation(invente(elle), employeur, a.Du-1, x.v.brut, x.suivante(), ms, x.subrogationDe(a, true)))
	case dossier.QuestionEmployeur:
		for _, p := range mois(q.Pour.Du) {
			x.recevoir(unBulletin(invente(elle), siretInvente(0), p, x.v.brut))
		}
	case dossier.QuestionAvisArret:
		a := x.arretDe(q.Pour)
		x.recevoir(unAvis(invente(elle), a.Du, a.Au, siretInvente(0)))
	case dossier.QuestionAccident:
		x.recevoir(unAccident(invente(elle), siretInvente(0), x.v.arrets[0].Du-1))
	case dossier.QuestionCertificat:
		x.prescrire(0, siretInvente(0))
	case dossier.QuestionReconnaissanceAT:
		nature := []droit.NatureDecision{droit.Reconnaissance, droit.RefusReconnaissance}[x.tirer(2, "décision")]
		x.recevoir(uneDecision(invente(elle), nature, x.v.arrets[0].Du-1, x.h.Jour()))
	case dossier.QuestionDates:
		a := x.arretDe(q.Pour)
		x.recevoir(unSignalement(invente(elle), employeur, a.Du, a.Du-1, a.Au, x.suivante(), v.Periode{}, ""))
		x.agir(dossier.Intervention{Nature: dossier.ForcerDernierJour, Periode: q.Pour, Date: a.Du - 1})
	case dossier.QuestionSuccession:
		x.recevoir(unRIB(invente(elle), compteInvente(200), debut+300, true))
	default:
		x.t.Fatalf("personne ne sait répondre à %s : %s", q.Code, q.Phrase)
	}
	return true
}

// moisDe gives the pays that a question is about; that of a month in which an
// arrêt begins stops on its eve.
func (x *reponses) moisDe(q *dossier.Question) (ms []v.Periode) {
	for _, m := range strings.Split(q.Objet, ",") {
		j, err := v.ParseJour(m + "-01")
		if err != nil {
			x.t.Fatal(err)
		}
		p := v.P(j, j.FinMois())
		for _, a := range x.v.arrets {
			if a.Du > p.Du && a.Du <= p.Au {
				p.Au = a.Du - 1
				break
			}
		}
		ms = append(ms, p)
	}
	return ms
}

func (x *reponses) arretDe(p v.Periode) v.Periode {
	for _, a := range x.v.arrets {
		if !a.Inter(p).IsZero() {
			return a
		}
	}
	return p
}

func (x *reponses) agir(a dossier.Intervention) {
	a.Par, a.Role, a.Motif = "Dominique Petit", "directeur", "propriété"
	_, _, err := x.c.Agir(context.Background(), string(invente(elle)), a)
	x.verifierErreur(err)
}

// trancher decides what a technician is asked, and gives the accounts that miss.
func (x *reponses) trancher(vue *app.Vue, r *paiement.Retenue) {
	switch r.Motif {
	case paiement.AttendCompte:
		if s := r.Destinataire.SIRET(); s != "" {
			a := x.v.arrets[0]
			x.recevoir(uneAttestation(invente(elle), s, a.Du-1, x.v.brut, x.suivante(), mois(a.Du), x.subrogationDe(a, true)))
			return
		}
		x.recevoir(unRIB(invente(elle), compteInvente(elle), debut, false))
	case paiement.AttendArbitrage:
		if x.parfois("payer à qui de droit") && x.redresser(vue, r) {
			return
		}
		x.agir(dossier.Intervention{Nature: dossier.ForcerDestinataire, Valeur: "assure", Periode: v.P(x.v.arrets[0].Du, vue.Jour)})
	case paiement.ContreCalcul:
		x.t.Fatalf("deux calculs diffèrent : %+v", vue.Contre)
	}
}

// redresser pays to whoever is owed them days for which another was paid, if that money left.
func (x *reponses) redresser(vue *app.Vue, r *paiement.Retenue) bool {
	a := dossier.Intervention{
		Nature: dossier.PayerAQuiDeDroit, Valeur: "employeur", Periode: v.P(x.v.arrets[0].Du, vue.Jour), Par: "Dominique Petit", Role: "directeur", Motif: "propriété",
	}
	if r.Destinataire == registre.Assure {
		a.Valeur = "assure"
	}
	_, _, err := x.c.Agir(context.Background(), string(invente(elle)), a)
	if errors.Is(err, app.ErrReprise) {
		return false
	}
	x.verifierErreur(err)
	x.redresse = true
	return true
}

// surveiller proves, on the evening of a day, that nobody is stuck: each dossier
// has a step, whoever keeps money away is named, and nobody with a certain right
// was left without a payment ten days after the reception.
func (x *reponses) surveiller() { x.surveillerVue(x.consulter(string(invente(elle)))) }

func (x *reponses) surveillerVue(vue *app.Vue) {
	for i := range vue.Etapes {
		e := &vue.Etapes[i]
		if e.Phrase == "" || e.Acteur == "" && e.Genre != suivi.EnCours && e.Genre != suivi.Clos && e.Genre != suivi.Refuse {
			x.t.Fatalf("le %s, nul n'est nommé : %+v", vue.Jour, e.Etape)
		}
		if e.Genre == suivi.EnCours && e.Echeance < vue.Jour {
			x.t.Fatalf("le %s, la suite est déjà passée : %+v", vue.Jour, e.Etape)
		}
		x.surveillerChaine(vue, e)
	}
}

func (x *reponses) surveillerChaine(vue *app.Vue, e *app.Etape) {
	num := app.NumeroDossier(vue.Personne, &e.Chaine)
	recu := v.JourMax
	s := vue.Calcul.Situation
	for _, a := range e.Arrets {
		if a < len(s.Origines) {
			recu = min(recu, s.Origines[a].ConnuLe)
		} else {
			recu = min(recu, s.Signales[a-len(s.Origines)].ConnuLe)
		}
	}
	if vue.Jour < max(recu, e.Debut)+10 {
		return
	}
	var certain, paye v.Centimes
	siens := map[registre.Cle]bool{}
	for _, d := range vue.Dus {
		if d.Dossier != num || d.Jour >= vue.Jour || d.Destinataire != registre.Assure || d.Etat != droit.Paye && d.Etat != droit.Attente {
			continue
		}
		certain += d.IJ
		siens[registre.Cle{Jour: d.Jour, Ligne: d.Ligne}] = true
	}
	for _, p := range vue.Poses { // under whatever number the dossier had then, and whatever is said of the day since
		hers := p.Destinataire == registre.Assure || siens[registre.Cle{Jour: p.Jour, Ligne: p.Ligne}]
		if e.Debut <= p.Jour && p.Jour <= e.Fin && hers {
			paye += p.Brut
		}
	}
	if certain == 0 || paye > 0 {
		return
	}
	for _, r := range vue.Retenues {
		if r.Dossier == num && r.Motif != paiement.AttendRythme && r.Motif != paiement.AttendAcompte && e.Acteur != "" {
			return
		}
	}
	x.t.Fatalf("le %s, %s sont certains, rien n'est payé, reçu le %s, rien n'est retenu par quelqu'un : %+v, %+v", vue.Jour, certain, recu, e.Etape, vue.Retenues)
}

// regle proves that nothing is open any more: no question, no one awaited, and
// each day has what it owes.
func (x *reponses) regle() {
	vue := x.consulter(string(invente(elle)))
	if n := len(vue.Calcul.Questions) + len(vue.Calcul.AVenir); n != 0 {
		x.t.Fatalf("%d questions restent : %+v %+v", n, vue.Calcul.Questions, vue.Calcul.AVenir)
	}
	paye := registre.Verser(vue.Dus, vue.Poses)
	if x.v.mort != 0 && len(vue.Indus) > 0 {
		x.trop(vue)
		return
	}
	for _, d := range vue.Dus {
		if d.Etat == droit.Attente || d.Dette() != paye[d.Cle] {
			x.t.Fatalf("le %s (%s) : %s, %s dus, %s payés ; retenues %+v", d.Jour, d.Ligne, d.Etat, d.Dette(), paye[d.Cle], vue.Retenues)
		}
	}
	for i := range vue.Etapes {
		if g := vue.Etapes[i].Genre; g != suivi.Clos && g != suivi.Refuse && (!x.redresse || len(vue.Indus) == 0 || vue.Etapes[i].Acteur == "") {
			x.t.Fatalf("%+v", vue.Etapes[i].Etape)
		}
	}
}

// trop proves that only days after the death were paid too much, before anyone
// said it: the caisse claims nothing by itself, and someone of it is named.
func (x *reponses) trop(vue *app.Vue) {
	for _, i := range vue.Indus {
		if i.Periode.Du <= x.v.mort {
			x.t.Fatalf("un jour d'avant la mort passe pour payé de trop : %+v", i)
		}
	}
	for i := range vue.Etapes {
		if e := &vue.Etapes[i]; e.Genre != suivi.Clos && e.Genre != suivi.Refuse && e.Acteur == "" {
			x.t.Fatalf("%+v", e.Etape)
		}
	}
}

// From any state that pieces, days and silence lead to: if nobody ever answers,
// what is certain is paid all the same and someone is always named; as soon as
// everyone answers, the dossier ends settled, owed = paid.
func TestToutLeMondeRepond(t *testing.T) {
	courte(t, 15)
	rapid.Check(t, func(rt *rapid.T) {
		m, fermer := nouveauMonde(t, debut)
		defer fermer()
		x := &reponses{monde: m, t: rt}
		x.inventer()
		x.prescrire(0, []v.SIRET{siretInvente(0), ""}[x.tirer(2, "employeur écrit")])
		for range rapid.IntRange(0, 12).Draw(rt, "pas") {
			if x.parfois("vivre") {
				for range 1 + x.tirer(6, "jours") {
					x.vivre(1, false)
					x.surveiller()
				}
				if x.parfois("payer") {
					x.payer()
				}
			} else {
				x.piece()
			}
		}
		if x.parfois("silence") {
			for range 30 {
				x.vivre(1, true)
				x.surveiller()
			}
		}
		x.prouver()
		if x.v.mort != 0 {
			x.mourir()
		}
		for k := range x.v.arrets {
			x.prescrire(k, siretInvente(0))
		}
		fin := x.v.arrets[len(x.v.arrets)-1].Au + 20
		for range 8 {
			x.repondre()
			x.vivre(3, true)
		}
		for x.h.Jour() < fin {
			x.vivre(3, true)
		}
		for range 4 {
			x.repondre()
			x.vivre(1, true)
		}
		x.regle()
		x.prouver()
	})
}
