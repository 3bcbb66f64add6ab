package suivi

import (
	"strings"
	"testing"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

var (
	debut = v.NewJour(2026, 3, 2)
	fin   = v.NewJour(2026, 3, 15)
)

// base is a dossier whose arrêt runs from 2 to 15 March, seen on a day.
func base(jour v.Jour) *Entree {
	return &Entree{Chaine: dossier.Chaine{Debut: debut, Fin: fin}, Jour: jour, RecuLe: debut + 1}
}

var entreprise = registre.Employeur("73282932000074")

// etapes are one dossier of each kind, and what its next step must be.
var etapes = []struct {
	nom      string
	entree   func() *Entree
	genre    Genre
	acteur   string
	dit      string
	echeance v.Jour
}{
	{"rien n'est dû et l'arrêt court", func() *Entree { return base(debut + 1) }, EnCours, "", "court jusqu'au 15 mars 2026", fin + 1},
	{"le compte de l'assuré manque", func() *Entree {
		e := base(debut + 5)
		e.Retenues = []paiement.Retenue{{Motif: paiement.AttendCompte, Destinataire: registre.Assure, Jours: 2, Brut: 6574}}
		return e
	}, Attend, "assure", "2 jours sont dus (65,74 € brut)", debut + 6},
	{"le compte de l'employeur manque", func() *Entree {
		e := base(debut + 5)
		e.Retenues = []paiement.Retenue{{Motif: paiement.AttendCompte, Destinataire: entreprise, Jours: 1, Brut: 3287}}
		return e
	}, Attend, string(entreprise), "1 jour est dû", debut + 6},
	{"un jour déjà payé à l'assuré", func() *Entree {
		e := base(fin + 3)
		e.Retenues = []paiement.Retenue{{Motif: paiement.AttendArbitrage, PayeA: registre.Assure, Destinataire: entreprise, Jours: 3, Depuis: debut + 3, Details: details(debut + 3)}}
		return e
	}, Agent, "technicien", "3 jours ont été payés à l'assuré et reviennent à l'employeur : rien n'est payé une seconde fois", debut + 8},
	{"un jour déjà payé à l'employeur", func() *Entree {
		e := base(fin + 3)
		e.Retenues = []paiement.Retenue{{Motif: paiement.AttendArbitrage, PayeA: entreprise, Destinataire: registre.Assure, Jours: 1, Depuis: debut + 3, Details: details(debut + 3)}}
		return e
	}, Agent, "technicien", "1 jour a été payé à l'employeur et revient à l'assuré", debut + 8},
	{"un paiement à un autre, qui n'est pas parti", func() *Entree {
		e := base(fin + 3)
		e.Ordres = []*paiement.Ordre{ordreDe(debut+3, paiement.Signe)}
		e.Ordres[0].Destinataire = registre.Assure
		e.Retenues = []paiement.Retenue{{Motif: paiement.AttendArbitrage, PayeA: registre.Assure, Destinataire: entreprise, Jours: 1, Depuis: debut + 3, Details: details(debut + 3)}}
		return e
	}, EnCours, "", "il est annulé avant l'envoi, puis ces jours sont payés à l'employeur", fin + 3},
	{"trop versé", func() *Entree {
		e := base(fin + 3)
		e.Retenues = []paiement.Retenue{{Motif: paiement.TropVerse, Brut: -6574, Depuis: debut + 3, Details: details(debut + 3)}}
		return e
	}, Agent, "technicien", "versé 65,74 € brut de trop : rien n'est réclamé", debut + 8},
	{"deux calculs diffèrent", func() *Entree {
		e := base(fin + 3)
		e.Retenues = []paiement.Retenue{{Motif: paiement.ContreCalcul, Jours: 1, Brut: 3287, Depuis: debut + 3, Details: details(debut + 3)}}
		return e
	}, Agent, "technicien", "Deux calculs indépendants", debut + 8},
	{"un jour déjà payé à un autre, appris hier", func() *Entree {
		e := base(fin + 3)
		e.Surgis = map[Raison]v.Jour{{string(paiement.AttendArbitrage), details(debut + 3)[0].Cle}: fin + 2}
		e.Retenues = []paiement.Retenue{{Motif: paiement.AttendArbitrage, PayeA: registre.Assure, Destinataire: entreprise, Jours: 3, Depuis: debut + 3, Details: details(debut + 3)}}
		return e
	}, Agent, "technicien", "approche : 19 mars 2026, dans 1 jour", fin + 4},
	{"un ordre attend la signature", func() *Entree {
		e := base(fin + 1)
		e.Ordres = []*paiement.Ordre{{Etat: paiement.Propose, CreeLe: fin + 1, Total: droit.Prelevements{Brut: 36157}}}
		return e
	}, Agent, "ordonnateur", "361,57 € brut est prêt", fin + 3},
	{"un ordre attend le visa", func() *Entree {
		e := base(fin + 1)
		e.Ordres = []*paiement.Ordre{{Etat: paiement.Signe, CreeLe: fin + 1}}
		return e
	}, Agent, "comptable", "visa du directeur comptable", fin + 3},
	{"un ordre attend son fichier bancaire", func() *Entree {
		e := base(fin + 2)
		e.Ordres = []*paiement.Ordre{{Etat: paiement.Vise, CreeLe: fin + 1}}
		return e
	}, Agent, "comptable", "attend son fichier bancaire. L'échéance approche : 18 mars 2026, dans 1 jour", fin + 3},
	{"le visa est suspendu", func() *Entree {
		e := base(fin + 12)
		e.Ordres = []*paiement.Ordre{{Etat: paiement.Suspendu, CreeLe: fin + 1}}
		return e
	}, Agent, "comptable", "suspendu le visa. Échéance du 18 mars 2026 dépassée de 9 jours : porté au directeur", fin + 3},
	{"une question de la caisse à elle-même", func() *Entree {
		e := base(debut + 8)
		e.Questions = []dossier.Question{{Code: dossier.QuestionReconnaissanceAT, AupresDe: "caisse", Depuis: debut + 2, Pour: v.P(debut, fin), Phrase: "La caisse doit décider."}}
		return e
	}, Agent, "caisse", "La caisse doit décider. Échéance : 4 avril 2026", debut + 33},
	{"une question sans réponse après tous les rappels", func() *Entree {
		e := base(debut + 25)
		e.Questions = []dossier.Question{{Code: dossier.QuestionSalaire, AupresDe: string(entreprise), Depuis: debut + 2, Pour: v.P(debut, fin), Phrase: "Il manque le salaire de janvier."}}
		return e
	}, Agent, "technicien", "La réponse était attendue avant le 14 mars 2026. Demandé et rappelé sans réponse : un technicien prend le relais. Échéance du 26 mars 2026 dépassée de 1 jour : porté au cadre du service", debut + 24},
	{"un accident sur lequel la caisse enquête", func() *Entree {
		e := base(debut + 40)
		e.Questions = []dossier.Question{{Code: dossier.QuestionReconnaissanceAT, AupresDe: "caisse", Objet: "AT1", Depuis: debut + 2, Pour: v.P(debut, fin), Phrase: "La caisse doit décider."}}
		e.Enquetes = []dossier.EtapeInstruction{{Sinistre: "AT1", Le: debut + 10}}
		return e
	}, Agent, "caisse", "La caisse doit décider. Échéance : 3 juin 2026", debut + 93},
	{"une enquête ouverte après le délai n'en donne pas d'autre", func() *Entree {
		e := base(debut + 40)
		e.Questions = []dossier.Question{{Code: dossier.QuestionReconnaissanceAT, AupresDe: "caisse", Objet: "AT1", Depuis: debut + 2, Pour: v.P(debut, fin), Phrase: "La caisse doit décider."}}
		e.Enquetes = []dossier.EtapeInstruction{{Sinistre: "AT1", Le: debut + 34}, {Sinistre: "AT2", Le: debut + 10}}
		return e
	}, Agent, "caisse", "Échéance du 4 avril 2026 dépassée de 7 jours", debut + 33},
	{"une réponse que personne ne peut donner encore", func() *Entree {
		e := base(debut + 8)
		e.AVenir = []dossier.Question{{Code: dossier.QuestionPerte, AupresDe: string(entreprise), Depuis: debut + 30, Pour: v.P(debut, fin), Phrase: "Il manque la perte de mars."}}
		e.Dus = []registre.Du{{Cle: registre.Cle{Jour: debut + 3}, Etat: droit.Attente}}
		return e
	}, EnCours, "", "sera demandée le 1er avril 2026 (la perte de mars).", debut + 30},
	{"une question est ouverte", func() *Entree {
		e := base(debut + 8)
		e.Questions = []dossier.Question{
			{Code: dossier.QuestionSalaire, AupresDe: string(entreprise), Depuis: debut + 2, Pour: v.P(debut, fin), Phrase: "Il manque le salaire de janvier."},
			{Code: dossier.QuestionDates, AupresDe: string(entreprise), Depuis: debut + 4, Pour: v.P(debut, fin), Phrase: "Deux dates."},
		}
		e.Dus = []registre.Du{{Cle: registre.Cle{Jour: debut + 3}, Etat: droit.Attente, IJ: 2191}, {Cle: registre.Cle{Jour: debut + 20}, Etat: droit.Attente}}
		return e
	}, Attend, string(entreprise), "le salaire de janvier", debut + 12},
	{"un refus attend sa signature", func() *Entree {
		e := base(fin + 1)
		e.Proposees = []decision.Proposee{{Periode: v.P(debut, fin), Etat: droit.Refuse, Regle: "MAL-OUV-03"}}
		return e
	}, Agent, "ordonnateur", "rien n'est notifié d'ici là", debut + 3},
	{"la prochaine journée proposera", func() *Entree {
		e := base(fin + 1)
		e.Proposes = []paiement.Ordre{{Total: droit.Prelevements{Brut: 100}, Lignes: []paiement.Ligne{{Periode: v.P(debut+3, debut+3), Jours: []paiement.JourLigne{{Jour: debut + 3}}}}}}
		return e
	}, EnCours, "", "la prochaine journée", fin + 1},
	{"un risque qui n'est pas calculé", func() *Entree {
		e := base(debut + 5)
		e.Dus = []registre.Du{{Cle: registre.Cle{Jour: debut}, Etat: droit.Attente}, {Cle: registre.Cle{Jour: debut + 9}, Etat: droit.Attente}}
		return e
	}, Agent, "technicien", "1 jour attend un calcul", debut + 3},
	{"un montant officiel qui n'est pas chargé", func() *Entree {
		e := base(debut + 5)
		e.Dus = []registre.Du{{Cle: registre.Cle{Jour: debut}, Etat: droit.Attente}}
		e.Manques = []droit.Manque{{Pour: v.P(debut+1, fin), Phrase: "Une autre."}, {Pour: v.P(debut, fin), Phrase: "Le montant n'est pas connu."}}
		return e
	}, Agent, "technicien", "Le montant n'est pas connu. 1 jour en dépend : un technicien peut, en attendant, fixer leur indemnité.", debut + 3},
	{"le rythme", func() *Entree {
		e := base(debut + 9)
		e.Retenues = []paiement.Retenue{{Motif: paiement.AttendRythme, Jours: 4, Depuis: debut + 5, Jusque: fin + 1}}
		return e
	}, EnCours, "", "Prochain paiement le 16 mars 2026", fin + 1},
	{"tout est payé", func() *Entree {
		e := base(fin + 5)
		e.Bilan.Payes = 11
		return e
	}, Clos, "", "soldé", 0},
	{"tout est refusé, par décision signée", func() *Entree {
		e := base(fin + 5)
		e.Bilan.Refuses = 14
		e.Proposees = []decision.Proposee{{Periode: v.P(debut, fin), Etat: droit.Refuse, Regle: "MAL-OUV-03", Signee: &dossier.Decision{Par: "Anne Lebrun", Le: fin + 2}}}
		e.Articles = func(r droit.Regle) string { return map[droit.Regle]string{"MAL-OUV-03": "R.313-3"}[r] }
		return e
	}, Refuse, "", "par décision signée (article R.313-3, règle MAL-OUV-03, signée le 17 mars 2026 par Anne Lebrun).", 0},
	{"une part est payée, l'autre refusée", func() *Entree {
		e := base(fin + 5)
		e.Bilan.Payes, e.Bilan.Refuses = 10, 4
		e.Proposees = []decision.Proposee{{Periode: v.P(fin-3, fin), Etat: droit.Refuse, Regle: "MAL-CTL-01", Signee: &dossier.Decision{Par: "Anne Lebrun", Le: fin + 2}}}
		return e
	}, Clos, "", "terminé et soldé ; 4 jours ne sont pas indemnisés, par décision signée (règle MAL-CTL-01, signée le 17 mars 2026 par Anne Lebrun).", 0},
}

func TestProchaineEtape(t *testing.T) {
	for _, c := range etapes {
		s := Prochaine(c.entree())
		if s.Genre != c.genre || s.Acteur != c.acteur || !strings.Contains(s.Phrase, c.dit) || s.Echeance != c.echeance {
			t.Errorf("%s : %+v (échéance %s)", c.nom, s, s.Echeance)
		}
	}
}

// What keeps money from someone speaks before what merely waits.
func TestOrdreDesEtapes(t *testing.T) {
	e := base(debut + 5)
	e.Retenues = []paiement.Retenue{{Motif: paiement.AttendRythme, Jusque: fin + 9}, {Motif: paiement.AttendCompte, Destinataire: registre.Assure}}
	e.Questions = []dossier.Question{{Code: dossier.QuestionSalaire, AupresDe: "employeur:1", Pour: v.P(debut, fin)}}
	if s := Prochaine(e); s.Acteur != "assure" {
		t.Errorf("%+v", s)
	}
}

// A letter says the step without its clocks, nor the names of the acts that agents type: the rest is the same.
func TestLettreDeLEtape(t *testing.T) {
	e := base(fin + 60)
	e.Retenues = []paiement.Retenue{{Motif: paiement.TropVerse, Destinataire: registre.Assure, Jours: 2, Brut: -6574, Depuis: debut, Jusque: fin, Details: []paiement.JourRetenu{{Cle: registre.Cle{Jour: debut}}}}}
	e.Surgis = map[Raison]v.Jour{}
	s := Prochaine(e)
	for _, pourAgents := range []string{"(acte compenser)", "Échéance du"} {
		if !strings.Contains(s.Phrase, pourAgents) || strings.Contains(s.Lettre, pourAgents) {
			t.Errorf("«%s» :\n%s\nla lettre :\n%s", pourAgents, s.Phrase, s.Lettre)
		}
	}
	if !strings.HasPrefix(s.Lettre, "Il a été versé 65,74 € brut de trop : rien n'est réclamé, et rien n'est repris sans décision. Un agent décide de le compenser sur un rappel du dossier, ou de le notifier") {
		t.Error(s.Lettre)
	}
}
