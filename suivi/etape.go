package suivi

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// Genre is where a dossier stands: exactly one at any time.
type Genre string

const (
	EnCours Genre = "en_cours" // running: the next payment has a date
	Attend  Genre = "attend"   // awaiting something from someone
	Agent   Genre = "agent"    // a person of the caisse must act
	Refuse  Genre = "refuse"   // nothing is owed, by a signed decision
	Clos    Genre = "clos"     // over, and settled
	Tenu    Genre = "tenu"     // held by someone, until a date
	// AvecProgres: given back to PROGRES, which is to pay
	AvecProgres Genre = "progres"
)

// Etape is the next step of a dossier, or of one day.
type Etape struct {
	Genre    Genre
	Acteur   string // «employeur:SIRET», «assure», «ordonnateur», «technicien»; empty when running or closed
	Depuis   v.Jour
	Echeance v.Jour
	Jours    int        // unpaid days that hang on it
	Brut     v.Centimes // gross amount that hangs on it: what is certain, or what a reduction reserves
	Phrase   string     // the same words for everyone
	Lettre   string     // the same sentence without its clocks, as a letter says it
	Tait     string     // what is said in their place to whoever a decision is not notified to yet; empty when none waits
	Horloge  Cours      // the clock of whoever must act; without code when none runs
	Paiement Cours      // the legal clock of the oldest unpaid day; without code when all are paid
}

// Entree is one dossier on a day.
type Entree struct {
	Chaine    dossier.Chaine
	Jour      v.Jour
	Dus       []registre.Du // of this dossier only
	Bilan     registre.Bilan
	Questions []dossier.Question // of this dossier only
	AVenir    []dossier.Question // those that nobody can answer yet
	Manques   []droit.Manque     // values of the law that are not known
	Retenues  []paiement.Retenue // of this dossier only
	Proposees []decision.Proposee
	Proposes  []paiement.Ordre            // what the next day of the caisse will propose
	Ordres    []*paiement.Ordre           // not yet emitted
	Verse     map[registre.Cle]v.Centimes // gross, whose money left
	Recus     []Reception
	RecuLe    v.Jour            // first reception of a piece of the dossier
	Surgis    map[Raison]v.Jour // since when, for the reasons that came after their day was over

	Taches      []Tache  // of this dossier only
	Indus       []Indu   // of this dossier only: what was notified of what was paid too much
	Rappeles    []string // of Ordres: those that are cancelled before they leave, because some of their days were given back to PROGRES
	Rendus      []Rendu  // of this dossier only: when it was given back to PROGRES, in order
	Notifiees   []Notifiee
	Suspensions []v.Jour // of this dossier only: their first days, while payment is not resumed

	Calendrier droit.Calendrier // working days of the person
	SeuilIndu  v.Centimes       // under which what was paid too much may be given up; zero when it is not known

	Articles func(droit.Regle) string   // the article on which a rule rests; empty when it is not known
	Enquetes []dossier.EtapeInstruction // by which the caisse investigates accidents (R.441-8)
}

// Reception dates what says of some days that they were not worked.
type Reception struct {
	Pour v.Periode
	Le   v.Jour
}

// Prochaine derives the next step. What keeps money from someone comes first.
func Prochaine(e *Entree) Etape {
	s, ok := enSuspens(e)
	if !ok {
		s, ok = enArret(e)
	}
	if !ok {
		s = termine(e)
	}
	s = e.dater(s)
	s.Ajouter(e.direProgres(&s) + e.direSuspensions() + e.direRecours())
	return s
}

// Ajouter says more, in the words of everyone, letters included.
func (s *Etape) Ajouter(phrase string) {
	s.Phrase += phrase
	s.Lettre += phrase
}

// enSuspens finds what keeps money from someone, or dates its payment.
func enSuspens(e *Entree) (Etape, bool) {
	for _, etape := range []func(*Entree) (Etape, bool){
		tenu, compteManquant, compteSuccession, aArbitrer, aPayer, aRepondre, aSigner, aProposer, tropTot, sansQuestion, aDireProgres, avecProgres, induNotifie, aTraiter, prochainVersement,
	} {
		if s, ok := etape(e); ok {
			return s, true
		}
	}
	return Etape{}, false
}

// tenu: someone holds days that are owed.
func tenu(e *Entree) (Etape, bool) {
	for _, r := range e.Retenues {
		if r.Motif == paiement.ParUneMain {
			return Etape{
				Genre: Tenu, Acteur: "agent:" + r.Par, Depuis: r.Depuis, Echeance: r.Jusque, Jours: r.Jours, Brut: r.Brut,
				Phrase: pluriel(r.Jours, "jour est retenu", "jours sont retenus") + " par " + r.Par + " jusqu'au " + r.Jusque.EnLettres() + " : " + Clore(r.Raison),
			}, true
		}
	}
	return Etape{}, false
}

// compteSuccession: the insured died with days owed, and nobody gave the account
// of his estate.
func compteSuccession(e *Entree) (Etape, bool) {
	for _, r := range e.Retenues {
		if r.Motif == paiement.AttendSuccession {
			s := e.chronometrer(dossier.QuestionSuccession, Etape{
				Genre: Attend, Acteur: dossier.Heritiers, Depuis: e.surgiRetenue(&r), Jours: r.Jours, Brut: r.Brut,
				Phrase: "L'assuré est décédé : " + r.Brut.Euros() + " brut lui étaient dus (" + strconv.Itoa(r.Jours) + " j), la somme revient à sa succession, dont il manque le compte.",
			})
			return e.relayer(s, &dossier.Question{Code: dossier.QuestionSuccession, AupresDe: dossier.Heritiers, Depuis: s.Depuis, SansAssure: true}), true
		}
	}
	return Etape{}, false
}

// compteManquant: days are owed and nobody gave an account.
func compteManquant(e *Entree) (Etape, bool) {
	for _, r := range e.Retenues {
		if r.Motif == paiement.AttendCompte {
			acteur, qui := "assure", "l'assuré"
			if s := r.Destinataire.SIRET(); s != "" {
				acteur, qui = string(r.Destinataire), "l'employeur "+string(s)
			}
			s := e.chronometrer(dossier.QuestionCompte, Etape{
				Genre: Attend, Acteur: acteur, Depuis: max(r.Depuis+1, e.RecuLe), Jours: r.Jours, Brut: r.Brut,
				Phrase: pluriel(r.Jours, "jour est dû", "jours sont dus") + " (" + r.Brut.Euros() + " brut) : il manque les coordonnées bancaires de " + qui + ".",
			})
			return e.relayer(s, &dossier.Question{Code: dossier.QuestionCompte, AupresDe: acteur, Depuis: s.Depuis}), true
		}
	}
	return Etape{}, false
}

// aArbitrer: a human must say who is owed, or what becomes of what was paid too much.
func aArbitrer(e *Entree) (Etape, bool) {
	for _, r := range e.Retenues {
		s := Etape{Genre: Agent, Acteur: "technicien", Depuis: e.surgiRetenue(&r), Jours: r.Jours, Brut: r.Brut}
		switch r.Motif {
		case paiement.AttendArbitrage:
			if e.pasPartis(&r) {
				return Etape{
					Genre: EnCours, Depuis: s.Depuis, Echeance: e.Jour, Jours: r.Jours, Brut: r.Brut,
					Phrase: "Un paiement préparé pour " + pluriel(r.Jours, "jour", "jours") + " n'est pas parti, et ne va plus à la bonne personne : il est annulé avant l'envoi, puis ces jours sont payés " + payeA(r.Destinataire) + ".",
				}, true
			}
			s.Phrase = e.direDejaPaye(&r)
		case paiement.ContreCalcul:
			s.Phrase = "Deux calculs indépendants ne donnent pas la même chose pour " + pluriel(r.Jours, "jour", "jours") + " : ces jours sont retenus, les autres sont payés ; un technicien doit comparer les deux."
		case paiement.Invraisemblable:
			s.Phrase = pluriel(r.Jours, "jour est calculé", "jours sont calculés") + " à bien plus que tout ce qui a été payé jusque-là : ce qui le dépasse (" + r.Brut.Euros() +
				" brut) est retenu, le reste est payé ; un agent vérifie d'où vient le montant, puis libère ces jours ou corrige."
		case paiement.AttendReprise:
			s.Depuis = max(r.ADeciderLe, e.RecuLe)
			s.Phrase = pluriel(r.Jours, "jour est dû", "jours sont dus") + " (" + r.Brut.Euros() + " brut) en même temps que d'autres ont été payés de trop : un agent décide avant le " +
				r.Jusque.EnLettres() + " si les deux se compensent ; sans décision, ces jours sont payés ce jour-là."
		case paiement.TropVerse:
			if e.redressePasPaye(&r) {
				continue
			}
			if r.Par == "" {
				x, _, autres := e.reclames(&r)
				if x != nil && len(autres.Details) == 0 {
					continue
				}
				r = autres
				s.Depuis = e.surgiRetenue(&r)
			}
			s.Jours, s.Brut = 0, 0
			s.Phrase = e.direTropVerse(&r)
		default:
			continue
		}
		return e.chronometrer("SIGNATURE", s), true
	}
	return Etape{}, false
}

// direTropVerse says what was paid too much, and what an agent may decide.
func (e *Entree) direTropVerse(r *paiement.Retenue) string {
	phrase := "Il a été versé " + (-r.Brut).Euros() + " brut de trop"
	if r.Destinataire.SIRET() != "" {
		phrase += " à l'employeur"
	}
	phrase += " : rien n'est réclamé"
	if r.Par != "" {
		return phrase + " ; " + r.Par + " a décidé de le compenser, mais aucun jour passé n'est dû sur ce dossier, et rien n'est pris sur les jours à venir : un technicien engage la procédure d'indu (R.133-9-2), ou retire la décision."
	}
	phrase += ", et rien n'est repris sans décision. Un agent décide de le compenser sur un rappel du dossier (acte compenser), ou de le notifier (acte notifier_indu)"
	if -r.Brut < e.SeuilIndu {
		phrase += " ou d'y renoncer (acte renoncer), car c'est moins de " + e.SeuilIndu.Euros() + " (D.133-2)"
	}
	if r.PayeLe != 0 {
		phrase += ". Le droit de reprendre le premier de ces jours s'éteint le " + EcheanceDans(e.Calendrier, "PRESCRIPTION_INDU", r.PayeLe).EnLettres() + " (L.332-1)"
	}
	return phrase + "."
}

// aPayer: orders wait for a signature, a visa or their batch.
func aPayer(e *Entree) (Etape, bool) {
	if len(e.Ordres) == 0 {
		return Etape{}, false
	}
	if s, rappele := e.rappele(); rappele {
		return s, true
	}
	s := Etape{Genre: Agent, Depuis: e.Ordres[0].CreeLe}
	for _, o := range e.Ordres {
		s.Brut += o.Total.Brut
		s.Depuis = min(s.Depuis, o.CreeLe)
		for i := range o.Lignes {
			s.Jours += len(o.Lignes[i].Jours)
		}
	}
	attend := ""
	switch e.Ordres[0].Etat {
	case paiement.Propose:
		s.Acteur, attend = "ordonnateur", "il attend la signature de l'ordonnateur."
	case paiement.Suspendu:
		s.Acteur, attend = "comptable", "le directeur comptable en a suspendu le visa."
	case paiement.Signe:
		s.Acteur, attend = "comptable", "il attend le visa du directeur comptable."
	default:
		s.Acteur, attend = "comptable", "il a son visa et attend son fichier bancaire."
	}
	s.Phrase = "Un paiement de " + s.Brut.Euros() + " brut est prêt ; " + attend
	return e.chronometrer("SIGNATURE", s), true
}

// aRepondre: days hang on a question; the oldest one speaks. What the caisse
// asks of itself, or asked in vain, is for an agent.
func aRepondre(e *Entree) (Etape, bool) {
	if len(e.Questions) == 0 {
		return Etape{}, false
	}
	q := slices.MinFunc(e.Questions, func(a, b dossier.Question) int {
		return cmp.Or(cmp.Compare(a.Depuis, b.Depuis), cmp.Compare(a.Cle(), b.Cle()))
	})
	s := e.chronometrer(HorlogeDeLa(e.Calendrier, &q, e.Enquetes), Etape{Genre: Attend, Acteur: q.AupresDe, Depuis: q.Depuis, Phrase: q.Phrase})
	s = e.relayer(s, &q)
	var subroge v.Centimes // certain, and for an employer (ACO-03)
	for i := range e.Dus {
		if d := &e.Dus[i]; e.attend(d) && q.Pour.Contient(d.Jour) {
			s.Jours++
			s.Brut += d.IJ
			if d.Destinataire != registre.Assure {
				subroge += d.IJ
			}
		}
	}
	if subroge > 0 {
		s.Phrase += " " + SansAcompte(subroge)
	}
	return s, true
}

// SansAcompte says why what is certain, and for an employer, is not paid on account (ACO-03).
func SansAcompte(brut v.Centimes) string {
	return "Il n'est pas versé d'acompte à un employeur subrogé, qui a maintenu le salaire : " + brut.Euros() + " brut, déjà certains, lui seront payés avec le reste."
}

// relayer hands over to an agent what the caisse asks of itself, and what was
// asked and recalled in vain: another clock then runs, that of the agent.
func (e *Entree) relayer(s Etape, q *dossier.Question) Etape {
	if le, vaine := SansReponse(e.Calendrier, q, e.Jour); vaine {
		s.Phrase += " La réponse était attendue avant le " + s.Echeance.EnLettres() + ". Demandé et rappelé sans réponse : un technicien prend le relais."
		s.Genre, s.Acteur, s.Depuis = Agent, "technicien", le
		return e.chronometrer("RELAIS", s)
	}
	if q.AupresDe == "caisse" {
		s.Genre = Agent
	}
	return s
}

// aSigner: the law proposes a refusal, and a human must look at it.
func aSigner(e *Entree) (Etape, bool) {
	for _, p := range e.Proposees {
		if p.Signee == nil && p.Periode.Du < e.Jour {
			s := Etape{Genre: Agent, Acteur: "ordonnateur", Depuis: e.surgiProposee(&p), Jours: p.Periode.Jours(), Brut: p.Reserve, Tait: "Un agent de la caisse doit encore se prononcer."}
			s.Phrase = "Une décision défavorable est proposée " + p.Periode.EnLettres() + " (" + e.direRegle(p.Regle) + ") : elle attend la signature d'un agent, rien n'est notifié d'ici là."
			if p.Reserve > 0 {
				s.Phrase = "Une réduction est proposée " + p.Periode.EnLettres() + " (" + e.direRegle(p.Regle) + ") : " + p.Reserve.Euros() +
					" brut sont réservés, le reste est payé à sa date. Elle attend un agent, qui la signe ou la lève ; rien n'est notifié d'ici là."
			}
			return e.chronometrer("SIGNATURE", s), true
		}
	}
	return Etape{}, false
}

// aProposer: days are owed and over; the day of the caisse will propose them.
func aProposer(e *Entree) (Etape, bool) {
	if len(e.Proposes) == 0 {
		return Etape{}, false
	}
	s := Etape{Genre: EnCours, Depuis: e.Jour, Echeance: e.Jour}
	for i := range e.Proposes {
		o := &e.Proposes[i]
		s.Brut += o.Total.Brut
		for k := range o.Lignes {
			s.Jours += len(o.Lignes[k].Jours)
			s.Depuis = min(s.Depuis, o.Lignes[k].Periode.Du)
		}
	}
	s.Phrase = pluriel(s.Jours, "jour est dû", "jours sont dus") + " (" + s.Brut.Euros() + " brut) : la prochaine journée de la caisse en propose le paiement."
	return s, true
}

// tropTot: days are awaited and nobody can answer yet, because the time that the
// answer is about is not over.
func tropTot(e *Entree) (Etape, bool) {
	if len(e.AVenir) == 0 {
		return Etape{}, false
	}
	q := slices.MinFunc(e.AVenir, func(a, b dossier.Question) int {
		return cmp.Or(cmp.Compare(a.Depuis, b.Depuis), cmp.Compare(a.Cle(), b.Cle()))
	})
	s := Etape{Genre: EnCours, Echeance: q.Depuis}
	for i := range e.Dus {
		if d := &e.Dus[i]; e.attend(d) && q.Pour.Contient(d.Jour) {
			s.Jours++
			s.Brut += d.IJ
			s.Depuis = premier(s.Depuis, d.Jour)
		}
	}
	s.Phrase = pluriel(s.Jours, "jour attend", "jours attendent") + " une information que personne n'a encore : elle sera demandée le " + q.Depuis.EnLettres() + " (" + strings.TrimSuffix(strings.TrimPrefix(q.Phrase, "Il manque "), ".") + ")."
	return s, s.Jours > 0
}

// sansQuestion: days are awaited and no question covers them, because a value of
// the law is not known, or because this version does not compute their risk: a
// person takes them in hand.
func sansQuestion(e *Entree) (Etape, bool) {
	s := Etape{Genre: Agent, Acteur: "technicien"}
	var rs []Raison
	var manque *droit.Manque
	for i := range e.Dus {
		if d := &e.Dus[i]; e.attend(d) {
			s.Jours++
			s.Brut += d.IJ
			rs = append(rs, Raison{quoiSansQuestion, d.Cle})
			if k := slices.IndexFunc(e.Manques, func(m droit.Manque) bool { return m.Pour.Contient(d.Jour) }); k >= 0 && manque == nil {
				manque = &e.Manques[k]
			}
		}
	}
	if s.Jours == 0 {
		return s, false
	}
	s.Depuis = e.surgi(rs...)
	s.Phrase = pluriel(s.Jours, "jour attend", "jours attendent") + " un calcul que cette version ne fait pas : un technicien doit prendre le dossier en main."
	if manque != nil { // first what is missing: a list shows one sentence
		s.Phrase = manque.Phrase + " " + pluriel(s.Jours, "jour en dépend", "jours en dépendent") + " : un technicien peut, en attendant, fixer leur indemnité."
	}
	return e.chronometrer("SIGNATURE", s), true
}

// prochainVersement: days are owed and their payment has a date.
func prochainVersement(e *Entree) (Etape, bool) {
	for _, r := range e.Retenues {
		if r.Motif == paiement.AttendAcompte {
			return Etape{
				Genre: EnCours, Depuis: r.Depuis, Echeance: r.Jusque, Jours: r.Jours, Brut: r.Brut,
				Phrase: "Ce qui est certain (" + r.Brut.Euros() + " brut) est versé en acompte le " + r.Jusque.EnLettres() + ".",
			}, true
		}
		if r.Motif == paiement.AttendRythme {
			return Etape{
				Genre: EnCours, Depuis: r.Depuis, Echeance: r.Jusque, Jours: r.Jours, Brut: r.Brut,
				Phrase: "Prochain paiement le " + r.Jusque.EnLettres() + ", pour les jours écoulés depuis le " + r.Depuis.EnLettres() + ".",
			}, true
		}
	}
	return Etape{}, false
}

// enArret: nothing is owed today and the arrêt is running.
func enArret(e *Entree) (Etape, bool) {
	if e.Chaine.Fin < e.Jour {
		return Etape{}, false
	}
	premier := v.Jour(0)
	for i := range e.Dus {
		if d := &e.Dus[i]; d.Etat == droit.Paye && d.Jour >= e.Jour && (premier == 0 || d.Jour < premier) {
			premier = d.Jour
		}
	}
	s := Etape{Genre: EnCours, Depuis: e.Chaine.Debut, Echeance: e.Chaine.Fin + 1, Phrase: "L'arrêt court jusqu'au " + e.Chaine.Fin.EnLettres() + "."}
	if premier != 0 {
		s.Echeance = premier + 1
		s.Phrase += " Le premier jour qui reste à payer est le " + premier.EnLettres() + "."
	}
	return s, true
}

func pluriel(n int, un, plusieurs string) string {
	if n == 1 {
		return "1 " + un
	}
	return strconv.Itoa(n) + " " + plusieurs
}
