package app_test

import (
	"context"
	"errors"
	"slices"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	"accord/suivi"
	v "accord/valeur"
)

// gens are those who act, by role.
var gens = map[string]string{
	"accueil": "Aline Roux", "technicien": "Basile Nord", "cadre": "Chloé Vasseur", "directeur": "Dominique Petit", "comptable": "Edmond Sud",
	"medecin_conseil": "Docteur Faure", "partenaire": "Gilles, du CCAS",
}

// refus are the ways in which the application refuses an act that makes no sense where it
// is done, or is not for whoever does it: it changes nothing.
var refus = []error{
	decision.ErrPouvoir, decision.ErrIncomplet, decision.ErrConfirmation, decision.ErrToutArreter,
	app.ErrReprise, app.ErrFiche, app.ErrAbsent, app.ErrReception, app.ErrControle, app.ErrDejaFait, app.ErrRienASigner, app.ErrProgres,
}

// mains leads one person through what agents do of her dossiers, beside what pieces tell.
type mains struct {
	*reponses
	faits map[dossier.NatureIntervention]int // acts that were done, to see that the draw reaches them
	fin   bool                               // everything is to be settled: dossiers come back from PROGRES
}

// acte does an act drawn among those of a drawn role, by the same door as an agent.
func (x *mains) acte() {
	roles := []string{"accueil", "technicien", "technicien", "cadre", "cadre", "directeur", "directeur", "comptable", "medecin_conseil", "partenaire"}
	role := roles[x.auHasard(len(roles), "rôle")]
	natures := decision.Natures(role)
	a := dossier.Intervention{Nature: natures[x.auHasard(len(natures), "acte")], Par: gens[role], Role: role, Motif: "propriété"}
	reference := string([]v.NIR{invente(elle), x.numero()}[x.tirer(2, "porte")])
	vue, err := x.c.Consulter(context.Background(), reference)
	if errors.Is(err, app.ErrAbsent) {
		return
	}
	x.verifierErreur(err)
	if n := len(vue.Etapes); n > 0 && x.parfois("sur un dossier") {
		reference = app.NumeroDossier(vue.Personne, &vue.Etapes[x.tirer(n, "dossier")].Chaine)
	}
	if suites := x.suitesDe(vue); len(suites) > 0 && x.tirer(3, "ce que l'état appelle") != 0 {
		a.Nature = suites[x.auHasard(len(suites), "suite")]
		qui := decision.Roles(a.Nature)
		a.Role = qui[x.auHasard(len(qui), "rôle qui le peut")]
		a.Par = gens[a.Role]
	}
	if a.Nature == dossier.Joindre {
		_, err := x.c.Joindre(context.Background(), reference, a, "lettre.pdf", []byte{byte(x.suivante())})
		x.verifierErreur(err)
		x.faits[a.Nature]++
		return
	}
	if x.completer(vue, &a) {
		x.faire(vue, reference, a)
	}
}

// faire does an act. What was shown before it is what it does; withdrawn at once, it never was.
func (x *mains) faire(vue *app.Vue, reference string, a dossier.Intervention) {
	ctx := context.Background()
	prevu, errPrevu := x.c.Simuler(ctx, reference, a)
	fait, effet, err := x.c.Agir(ctx, reference, a)
	if !x.refuse(err) {
		x.faits[a.Nature]++
	}
	if (err == nil) != (errPrevu == nil) || err == nil && (effet.Enjeu != prevu.Enjeu || len(effet.Jours) != len(prevu.Jours) || effet.ADeux != prevu.ADeux) {
		x.t.Fatalf("annoncé %+v, %v ; fait %+v, %v", prevu, errPrevu, effet, err)
	}
	if err != nil || a.Nature == dossier.Confirmer || a.Nature == dossier.Retirer || x.tirer(4, "défaire") != 0 {
		return // what was withdrawn is done again by another act
	}
	_, _, err = x.c.Agir(ctx, reference, dossier.Intervention{Nature: dossier.Retirer, Objet: fait.ID, Par: gens["directeur"], Role: "directeur", Motif: "erreur"})
	x.verifierErreur(err)
	apres, err := x.c.Consulter(ctx, string(vue.NIR))
	x.verifierErreur(err)
	if !slices.Equal(vue.Dus, apres.Dus) {
		x.t.Fatalf("%s, retiré, laisse un autre calendrier", a.Nature)
	}
}

func (x *mains) refuse(err error) bool {
	if err != nil && !slices.ContainsFunc(refus, func(r error) bool { return errors.Is(err, r) }) {
		x.t.Fatalf("%v", err)
	}
	return err != nil
}

// suitesDe lists the acts that the state of a person calls for: drawn among all, they would come too rarely.
func (x *mains) suitesDe(vue *app.Vue) (ns []dossier.NatureIntervention) {
	si := func(ouvert bool, siens ...dossier.NatureIntervention) {
		if ouvert {
			ns = append(ns, siens...)
		}
	}
	si(len(vue.Indus) > 0, dossier.Compenser, dossier.Renoncer, dossier.NotifierIndu)
	si(len(vue.Fiches) > 1, dossier.Detacher)
	si(x.double && len(vue.Fiches) == 1, dossier.Rattacher)
	si(len(vue.Calcul.Situation.AConfirmer) > 0, dossier.Confirmer)
	si(len(vue.AReparer()) > 0, dossier.Reparer)
	si(slices.ContainsFunc(vue.Controles, func(k app.Controle) bool { return k.Issue == nil }), dossier.Controler)
	si(slices.ContainsFunc(vue.Retenues, func(r paiement.Retenue) bool { return r.Motif == paiement.AttendArbitrage }), dossier.PayerAQuiDeDroit)
	for i := range vue.Etapes {
		for _, t := range suivi.Ouvertes(vue.Etapes[i].Taches) {
			fin, appelee := finit[t.Genre]
			si(appelee, fin)
		}
	}
	for _, a := range vue.Calcul.Situation.Interventions {
		si(a.Nature == dossier.NotifierIndu, dossier.ConstaterReception, dossier.Reclamer)
		si(a.Nature == dossier.RendreAProgres, dossier.ReprendreDeProgres, dossier.ConstaterProgres)
		si(a.Nature == dossier.Reclamer && a.Valeur == suivi.Remise, dossier.Remettre)
	}
	return ns
}

// finit gives the act that ends a task.
var finit = map[suivi.GenreTache]dossier.NatureIntervention{
	suivi.Verification: dossier.ConstaterProgres, suivi.Transmission: dossier.TransmettreAProgres, suivi.Urgence: dossier.Apaiser, suivi.Reclamation: dossier.Repondre, suivi.Promesse: dossier.Tenir, suivi.Avis: dossier.RendreAvis,
}

// completer draws what an act must say; false when there is nothing that it could be about.
func (x *mains) completer(vue *app.Vue, a *dossier.Intervention) bool {
	ex, _ := decision.Exige(a.Nature)
	if ex.Jours {
		p := x.v.arrets[x.tirer(len(x.v.arrets), "sur l'arrêt")]
		a.Periode.Du = p.Du + v.Jour(x.tirer(p.Jours(), "du"))
		if ex.Fin || x.parfois("au") {
			a.Periode.Au = a.Periode.Du + v.Jour(x.tirer(20, "durée"))
		}
	}
	switch { // on the days that call for it, when some do
	case (a.Nature == dossier.Compenser || a.Nature == dossier.Renoncer || a.Nature == dossier.NotifierIndu) && len(vue.Indus) > 0:
		a.Periode = vue.Indus[x.auHasard(len(vue.Indus), "trop-versé")].Periode
	case a.Nature == dossier.PayerAQuiDeDroit:
		for i := range vue.Retenues {
			if r := &vue.Retenues[i]; r.Motif == paiement.AttendArbitrage {
				a.Periode = v.P(r.Details[0].Jour, r.Details[len(r.Details)-1].Jour)
			}
		}
	}
	lignes := vue.Calcul.Situation.Lignes
	if ex.Ligne && len(lignes) == 0 {
		return false
	}
	if len(lignes) > 0 && (ex.Ligne || ex.Jours && x.tirer(3, "une ligne") == 0) {
		a.Ligne = lignes[x.tirer(len(lignes), "ligne")].Cle
	}
	if ex.Montant {
		a.Montant = v.Centimes(1000 * x.tirer(9, "montant"))
		if a.Nature == dossier.ForcerSalaire {
			a.Periode, a.Montant = mois(x.v.arrets[0].Du)[x.tirer(3, "mois")], 50*a.Montant
		}
	}
	switch {
	case a.Nature == dossier.ForcerDernierJour:
		a.Date = a.Periode.Du - 1 + v.Jour(x.tirer(2, "jour travaillé"))
	case a.Nature == dossier.ConstaterProgres || a.Nature == dossier.ReprendreDeProgres:
		a.Date = vue.Jour - 1 - v.Jour(x.tirer(15, "payé par PROGRES jusqu'au"))
	case ex.Date, ex.DateLibre && x.parfois("déjà reçue"):
		a.Date = vue.Jour
	}
	if ex.Echeance {
		a.Echeance = vue.Jour + 1 + v.Jour(x.tirer(12, "échéance"))
	}
	if ex.Acteur {
		a.Acteur = []string{"technicien", "medecin_conseil", gens["technicien"], "assure"}[x.tirer(4, "à qui")]
	}
	if len(ex.Valeurs) > 0 {
		a.Valeur = ex.Valeurs[x.auHasard(len(ex.Valeurs), "valeur")]
	}
	if a.Valeur == decision.RienPaye || a.Nature == dossier.ReprendreDeProgres && x.parfois("à dire plus tard") {
		a.Date = 0
	}
	if a.Nature == dossier.Reclamer && len(vue.IndusEcrits()) > 0 && x.parfois("remise d'un indu") {
		a.Valeur = suivi.Remise
	}
	if a.Valeur == decision.RemisePartielle {
		a.Montant = v.Centimes(100 * (1 + x.tirer(50, "remise")))
	}
	if ex.Piece && len(vue.Pieces) > 0 {
		a.Valeur = vue.Pieces[x.tirer(len(vue.Pieces), "pièce qui répare")].Empreinte
	}
	return !ex.Objet || x.designer(vue, a)
}

// designer draws what an act is about, among what the dossier has.
func (x *mains) designer(vue *app.Vue, a *dossier.Intervention) bool {
	var objets []string
	s := vue.Calcul.Situation
	switch a.Nature {
	case dossier.Rattacher, dossier.Detacher:
		objets = []string{string(invente(elle)), string(invente(elle + 1))}
	case dossier.Renvoyer:
		for i := range vue.Pieces {
			objets = append(objets, vue.Pieces[i].Empreinte)
		}
	case dossier.Controler:
		for i := range vue.Controles {
			objets = append(objets, vue.Controles[i].Ordre)
		}
	case dossier.TransmettreAProgres:
		objets = vue.ATransmettre("")
	case dossier.Reparer:
		objets = vue.AReparer()
	case dossier.ConstaterReception:
		for i := range vue.Etapes {
			for _, n := range vue.Notifiees(app.NumeroDossier(vue.Personne, &vue.Etapes[i].Chaine)) {
				objets = append(objets, n.Signature)
			}
		}
		for _, i := range vue.IndusEcrits() {
			objets = append(objets, i.Acte.ID)
		}
	default:
		for _, actes := range [][]dossier.Intervention{s.Interventions, s.AConfirmer} {
			for i := range actes {
				if (a.Nature != dossier.Confirmer || actes[i].ADeux) && suivi.Repond(a.Nature, actes[i].Nature) {
					objets = append(objets, actes[i].ID)
				}
			}
		}
	}
	if len(objets) == 0 {
		return false
	}
	a.Objet = objets[x.auHasard(len(objets), "objet")]
	return true
}

// signer takes the adverse decisions that wait, if any does.
func (x *mains) signer() {
	_, err := x.c.Signer(context.Background(), string(invente(elle)), app.Signature{Par: v.Agent{Nom: gens["directeur"]}, Motif: "vu"})
	x.refuse(err)
}

// renumeroter gives her another number.
func (x *mains) renumeroter() {
	_, _, err := x.c.Renumeroter(context.Background(), string(invente(elle)), invente(elle+1), dossier.Intervention{Par: gens["cadre"], Role: "cadre", Motif: "numéro définitif"})
	x.refuse(err)
}
