package web

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/parametre"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// The sample: a caisse on 23 November 2026, with one dossier that shows nearly
// everything a dossier can show, and others around it.
const (
	claire      = "C1A1R3000001" // two dossiers, two employers
	dossierLong = claire + "-20260914"
	dossierPaye = claire + "-20260302"
	essaiID     = "ESSA10000002"
	dossierTest = essaiID + "-20261005"
	solde       = "S01DE0000003"
	dossierSeul = solde + "-20260105"
	sansArret   = "SANSARRET004"
	efface      = "EFFACE000005"
	empeche     = "EMPECHE00006"
	ancienne    = "PR0V1S010006" // former record of claire

	nirClaire = v.NIR("2850375116042")

	nirProvisoire = v.NIR("7100000000001")

	siretPain  = v.SIRET("73282932000074")
	siretRoute = v.SIRET("55208131766522")
	lignePain  = string(siretPain) + "/00012"
	ligneRoute = string(siretRoute)
	ordreEmis  = "ABCDEFGHIJKLMNOPQRST"
	ordreCorr  = "CORRIGE2ABCDEFGHIJKL"
	ordrePret  = "PROPOSE3ABCDEFGHIJKL"
	pieceAvis  = "a1f0000000000000000000000000000000000000000000000000000000000001"
	pieceDSN   = "b2f0000000000000000000000000000000000000000000000000000000000002"
)

var aujourdhui = v.NewJour(2026, 11, 23)

func j(mois, jour int) v.Jour { return v.NewJour(2026, mois, jour) }

// fauxBureau answers from memory.
type fauxBureau struct {
	vues    map[string]*app.Vue // by person
	nirs    map[string]string   // person by NIR
	resumes []app.Resume
	table   *parametre.Table
	panne   error // returned by everything, when set
	demande []string
	arrets  []app.GelVu
	// The register of agents: their tokens are «jeton» and their number.
	inscrits []decision.Inscrit
}

func nouveauBureau(t testing.TB) *fauxBureau {
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	b := &fauxBureau{vues: map[string]*app.Vue{}, nirs: map[string]string{string(nirClaire): claire, ancienne: claire}, table: table}
	b.vues[claire] = vueClaire()
	b.vues[essaiID] = vueSimple(essaiID, "ESSAI", "Prudence", true, j(10, 5), j(10, 18))
	b.vues[solde] = vueSimple(solde, "LEROY", "Paul", false, j(1, 5), j(1, 18))
	b.vues[sansArret] = &app.Vue{Dossier: &app.Dossier{Personne: sansArret, NIR: "1800175116003", Jour: aujourdhui, Calcul: dossier.Calcul{Situation: &dossier.Situation{Identite: dossier.Identite{NomNaissance: "NGUYEN", Prenoms: "Minh"}}}}}
	b.resumes, b.arrets = resumes(), gelsDuBureau()
	return b
}

func (b *fauxBureau) Clock() clock.Clock      { return clock.NewManual(aujourdhui) }
func (b *fauxBureau) Table() *parametre.Table { return b.table }

func (b *fauxBureau) Consulter(_ context.Context, reference string) (*app.Vue, error) {
	b.demande = append(b.demande, reference)
	if b.panne != nil {
		return nil, b.panne
	}
	personne, numero := reference, ""
	if p, ok := b.nirs[reference]; ok {
		personne = p
	} else if p, _, ok := strings.Cut(reference, "-"); ok {
		personne, numero = p, reference
	}
	if personne == efface {
		return nil, app.ErrEfface
	}
	if personne == empeche {
		return nil, &app.Empechement{Personne: empeche, Cause: errSecret}
	}
	vue, ok := b.vues[personne]
	if !ok && strings.HasPrefix(personne, "P00") && numero != "" {
		for _, r := range b.resumes {
			if r.Dossier == numero {
				vue, ok = vueSimple(personne, "ANONYME", "", false, r.Debut, r.Fin), true
			}
		}
	}
	if !ok {
		return nil, fmt.Errorf("dossier «%s» : %w", reference, app.ErrAbsent)
	}
	copie := *vue
	copie.Numero = numero
	return &copie, nil
}

func (b *fauxBureau) Lister(_ context.Context, f app.Filtre) ([]app.Resume, int, error) {
	if b.panne != nil {
		return nil, 0, b.panne
	}
	var choisis []app.Resume
	for _, r := range b.resumes {
		travail := f.Ordre == app.ParAnciennete || r.PlusAncien != 0 || r.Taches > 0
		if travail && strings.HasPrefix(r.Attend, f.Attend) && (!f.Impayes || r.PlusAncien != 0 && r.PlusAncien < f.Avant) && (!f.Taches || r.Taches > 0) {
			choisis = append(choisis, r)
		}
	}
	if f.Ordre == app.ParPrejudice {
		slices.SortStableFunc(choisis, func(a, b app.Resume) int {
			return cmp.Compare(b.Priorite.Rang(b.Prejudice), a.Priorite.Rang(a.Prejudice))
		})
	}
	debut := min(f.Saut, len(choisis))
	return choisis[debut:min(debut+f.Max, len(choisis))], len(choisis), nil
}

// Suites says the step of the first dossier, and of no other: the list shows the rest all the same.
func (b *fauxBureau) Suites(_ context.Context, numeros []string) (map[string]app.Suite, error) {
	m := map[string]app.Suite{}
	for _, n := range numeros {
		if p, _, _ := strings.Cut(n, "-"); p == claire && b.vues[p] != nil {
			for i := range b.vues[p].Etapes {
				m[app.NumeroDossier(p, &b.vues[p].Etapes[i].Chaine)] = app.Suite{Etape: b.vues[p].Etapes[i].Etape, Qui: "l'employeur TRANSPORTS ROCHE"}
			}
		}
	}
	return m, b.panne
}

func (b *fauxBureau) Ordre(_ context.Context, id string) (*paiement.Ordre, []paiement.Acte, error) {
	if b.panne != nil {
		return nil, nil, b.panne
	}
	for _, vue := range b.vues {
		for _, o := range vue.Ordres {
			if o.ID == id {
				return o, vue.Actes[id], nil
			}
		}
	}
	return nil, nil, fmt.Errorf("ordre «%s» : %w", id, app.ErrAbsent)
}

// resumes lists enough dossiers for three pages.
func resumes() []app.Resume {
	rs := []app.Resume{
		{Dossier: dossierLong, Personne: claire, Nom: "MARTIN (née ou né DUPUIS) Claire", Debut: j(9, 14), Fin: j(11, 30), PlusAncien: j(10, 13), Jours: 48, DuBrut: 101_245, Attend: "employeur:" + string(siretRoute), Prejudice: 2_034_500, Taches: 2, Priorite: suivi.Priorite{Pourcent: 300, Socle: 1_000_000}},
		{Dossier: dossierTest, Personne: essaiID, Nom: "ESSAI Prudence", Debut: j(10, 5), Fin: j(10, 18), PlusAncien: j(10, 8), Jours: 11, DuBrut: 36_157, Attend: "assure", Test: true},
	}
	attend := []string{"", "assure", "employeur:" + string(siretPain), "ordonnateur", "technicien"}
	noms := []string{"BERNARD Luc", "PETIT Aïcha", "ROBERT Inès", "RICHARD Hervé", "DURAND Maëlle", "MOREAU Zoé", "GARCIA Théo", "LEFÈVRE Élodie"}
	for i := range 93 {
		debut := j(10, 20) + v.Jour(i%20)
		rs = append(rs, app.Resume{
			Dossier: fmt.Sprintf("P%011d-%s", i, strings.ReplaceAll(debut.String(), "-", "")), Personne: fmt.Sprintf("P%011d", i), Nom: noms[i%len(noms)],
			Debut: debut, Fin: debut + 20, PlusAncien: debut + 3, Jours: 12 + i%9, DuBrut: v.Centimes(3287 * (1 + i%9)), Attend: attend[i%len(attend)], AVoirLe: aujourdhui + v.Jour(i%14),
			Prejudice: suivi.Prejudice([]suivi.Impaye{{Du: debut + 3, Au: debut + 14 + v.Jour(i%9), Montant: 3287}}, aujourdhui), Taches: (i + 1) % 3 % 2,
			Priorite: suivi.Priorite{Pourcent: 100},
		})
	}
	rs[94].PlusAncien, rs[94].DuBrut, rs[94].Prejudice, rs[94].Taches = aujourdhui+2, 0, 0, 0
	rs = append(rs, app.Resume{Dossier: dossierPaye, Personne: claire, Nom: "MARTIN (née ou né DUPUIS) Claire", Debut: j(3, 2), Fin: j(3, 15)})
	return rs
}

// plage makes a run of days.
func plage(dossier string, du, au v.Jour, ligne string, e droit.Etat, ij v.Centimes, a registre.Destinataire, r droit.Regle) []registre.Du {
	var ds []registre.Du
	for d := du; d <= au; d++ {
		ds = append(ds, registre.Du{
			Cle: registre.Cle{Jour: d, Ligne: ligne, Risque: droit.Maladie}, Dossier: dossier, Etat: e, IJ: ij, Destinataire: a, Regle: r,
		})
	}
	return ds
}

// ordre makes an order that pays runs of days.
func ordre(id, dossier, ligne string, a registre.Destinataire, e paiement.Etat, le, du, au v.Jour, ij v.Centimes) *paiement.Ordre {
	l := paiement.Ligne{ID: id + "-1", Racine: id + "-1", Activite: ligne, Risque: droit.Maladie, Periode: v.P(du, au)}
	for d := du; d <= au; d++ {
		l.Jours = append(l.Jours, paiement.JourLigne{Jour: d, Brut: ij})
	}
	brut := ij.Fois(len(l.Jours))
	csg, crds := (brut*62+500)/1000, (brut*5+500)/1000
	l.Prelevements = droit.Prelevements{Brut: brut, CSG: csg, CSGDeductible: (brut*38 + 500) / 1000, CRDS: crds, Imposable: brut - (brut*38+500)/1000, Net: brut - csg - crds}
	o := &paiement.Ordre{
		ID: id, Personne: claire, Dossier: dossier, Destinataire: a, CreeLe: le, Etat: e, Regles: "2026-08-20", Lignes: []paiement.Ligne{l}, Total: l.Prelevements,
		Compte:  paiement.Compte{IBAN: v.NewIBANFrancais("20041", "01005", "05000130265"), Titulaire: "MARTIN CLAIRE"},
		Feuille: explication(),
	}
	if e == paiement.Emis {
		o.Lot = "IJ-441-20261013-0001"
	}
	return o
}

func explication() []droit.Etape {
	return []droit.Etape{
		{Regle: "MAL-OUV-03", Article: "R.313-3", Version: "LEGIARTI000047983348", Entrees: []droit.Champ{droit.C("heures sur trois mois", "455,01")}, Resultat: []droit.Champ{droit.C("droit", "ouvert")}, Phrase: "Les droits sont ouverts : 455,01 heures de travail entre juin et août 2026, pour 150 exigées.", Chaine: 1},
		{Regle: "MAL-CAR-01", Article: "R.323-1", Version: "LEGIARTI000031827857", Resultat: []droit.Champ{droit.C("carence", "du 14/09/2026 au 16/09/2026")}, Phrase: "Les trois premiers jours de l'arrêt ne sont pas indemnisés.", Chaine: 1},
		{Regle: "MAL-BAS-04", Article: "R.323-5", Version: "LEGIARTI000043356746", Entrees: []droit.Champ{droit.C("salaires retenus", "6 000,00"), droit.C("diviseur", "91,25")}, Resultat: []droit.Champ{droit.C("gain journalier", "65,753425"), droit.C("indemnité", "32,87 €")}, Phrase: "La moitié du gain journalier donne une indemnité de 32,87 € par jour.", Chaine: 1},
		{Regle: "MAL-BAS-04", Article: "R.323-5", Version: "LEGIARTI000043356746", Entrees: []droit.Champ{droit.C("du", "2026-03-05"), droit.C("au", "2026-03-15")}, Resultat: []droit.Champ{droit.C("etat", "paye"), droit.C("brut", "361.57")}, Phrase: "Du 05/03/2026 au 15/03/2026 : 11 jours à 32,87 € par jour."},
		{Regle: "MAL-BAS-04", Article: "R.323-5", Version: "LEGIARTI000043356746", Entrees: []droit.Champ{droit.C("du", "2026-09-17"), droit.C("au", "2026-10-31")}, Resultat: []droit.Champ{droit.C("etat", "paye"), droit.C("brut", "855.00")}, Phrase: "Du 17/09/2026 au 31/10/2026 : 45 jours à 19,00 € par jour.", Chaine: 1},
		{Regle: "MAL-PRE-04", Article: "L.6316-1 (CSP)", Phrase: "L'arrêt n'est pas prescrit en téléconsultation.", Chaine: -1},
	}
}

// vueClaire is the dossier that shows nearly everything.
func vueClaire() *app.Vue {
	employeur := registre.Employeur(siretPain)
	d := &app.Dossier{Personne: claire, NIR: nirClaire, Jour: aujourdhui}
	add := func(ds []registre.Du) { d.Dus = append(d.Dus, ds...) }
	add(plage(dossierPaye, j(3, 2), j(3, 4), lignePain, droit.Carence, 0, "", "MAL-CAR-01"))
	add(plage(dossierPaye, j(3, 5), j(3, 15), lignePain, droit.Paye, 3287, registre.Assure, "MAL-BAS-04"))
	// First employer: paid in the employer's hands, then a gap, then a refusal to sign.
	add(plage(dossierLong, j(9, 14), j(9, 16), lignePain, droit.Carence, 0, "", "MAL-CAR-01"))
	add(plage(dossierLong, j(9, 17), j(10, 31), lignePain, droit.Paye, 1900, employeur, "MAL-BAS-04"))
	add(plage(dossierLong, j(11, 1), j(11, 2), lignePain, droit.NonPrescrit, 0, "", "MAL-CAR-04"))
	add(plage(dossierLong, j(11, 3), j(11, 15), lignePain, droit.Paye, 1900, employeur, "MAL-BAS-04"))
	add(plage(dossierLong, j(11, 16), j(11, 20), lignePain, droit.Refuse, 0, "", "MAL-PRE-03"))
	add(plage(dossierLong, j(11, 21), j(11, 30), lignePain, droit.Paye, 1900, employeur, "MAL-BAS-04"))
	// Second employer: a wage is missing since the middle of October.
	add(plage(dossierLong, j(9, 14), j(9, 16), ligneRoute, droit.Carence, 0, "", "MAL-CAR-01"))
	add(plage(dossierLong, j(9, 17), j(10, 12), ligneRoute, droit.Paye, 1387, registre.Assure, "MAL-BAS-04"))
	add(plage(dossierLong, j(10, 13), j(11, 15), ligneRoute, droit.Attente, 250, registre.Assure, "MAL-BAS-04"))
	add(plage(dossierLong, j(11, 16), j(11, 18), ligneRoute, droit.Suspendu, 0, "", "MAL-CTL-04"))
	add(plage(dossierLong, j(11, 19), j(11, 30), ligneRoute, droit.Attente, 250, registre.Assure, "MAL-BAS-04"))

	d.Ordres = []*paiement.Ordre{
		ordre("PAYEMARSABCDEFGHIJKL", dossierPaye, lignePain, registre.Assure, paiement.Emis, j(3, 16), j(3, 5), j(3, 15), 3287),
		ordre(ordreEmis, dossierLong, lignePain, employeur, paiement.Emis, j(10, 13), j(9, 17), j(10, 12), 1900),
		ordre("EMISROUTEABCDEFGHIJK", dossierLong, ligneRoute, registre.Assure, paiement.Emis, j(10, 13), j(9, 17), j(10, 10), 1387),
		correction(),
		ordre(ordrePret, dossierLong, lignePain, employeur, paiement.Signe, j(11, 20), j(10, 13), j(10, 26), 1900),
		ordre("ANNULE4ABCDEFGHIJKLM", dossierLong, lignePain, employeur, paiement.Annule, j(11, 2), j(10, 13), j(10, 26), 1900),
	}
	d.Ordres[0].Personne = ancienne
	d.Fiches = []app.Fiche{{Personne: claire, NIR: nirClaire}, {Personne: ancienne, NIR: nirProvisoire, Acte: &dossier.Intervention{
		ID: "acte-reunie", Nature: dossier.Rattacher, Objet: ancienne, Valeur: claire, Par: "Zoé Martin", Role: "technicien", Motif: "immatriculation reçue", Instant: instant(j(9, 20))}}}
	d.Retenues = []paiement.Retenue{{Dossier: dossierLong, Destinataire: employeur, Motif: paiement.AttendRythme, Jours: 20, Brut: 38_000, Depuis: j(10, 27), Jusque: j(12, 4)}}
	d.Proposees = []decision.Proposee{
		{Dossier: dossierLong, Ligne: lignePain, Periode: v.P(j(11, 16), j(11, 20)), Etat: droit.Refuse, Regle: "MAL-PRE-03"},
		{Dossier: dossierLong, Ligne: ligneRoute, Periode: v.P(j(11, 16), j(11, 18)), Etat: droit.Suspendu, Regle: "MAL-CTL-04", Signee: &dossier.Decision{Par: "A. Vidal"}},
	}
	d.Calcul = calculClaire()
	d.Etapes = []app.Etape{
		{Chaine: d.Calcul.Chaines[0], Etape: suivi.Etape{Genre: suivi.Clos, Depuis: j(3, 15), Phrase: "L'arrêt est terminé et soldé."}},
		{Chaine: d.Calcul.Chaines[1], Etape: suivi.Etape{
			Genre: suivi.Attend, Acteur: "employeur:" + string(siretRoute), Depuis: j(10, 14), Echeance: j(10, 19), Jours: 38, Brut: 9500,
			Phrase: "Il manque le salaire d'août 2026 : à déclarer par DSN mensuelle ou par attestation de salaire (salaire brut soumis à cotisations et heures de travail).",
		}, Taches: taches(), Impayes: []suivi.Impaye{{Du: j(10, 13), Au: j(11, 22), Montant: 2500}}},
	}
	return &app.Vue{Dossier: d, Pieces: pieces(), Messages: messages(), Actes: actes()}
}

// taches are two that are open and one that was done.
func taches() []suivi.Tache {
	return []suivi.Tache{
		{Genre: suivi.Urgence, Acteur: "technicien", Depuis: j(11, 20), Echeance: j(11, 21), Phrase: "Situation urgente signalée (menace d'expulsion) : la personne est rappelée.",
			Appels: []suivi.Appel{{Acte: "e1", Le: j(11, 20), Par: "CCAS de Rezé", Motif: "commandement de quitter les lieux"}}},
		{Genre: suivi.Reclamation, Acteur: "agent:Zoé Martin", Depuis: j(11, 18), Echeance: j(11, 28), Phrase: "Une réclamation attend une réponse.", Appels: []suivi.Appel{
			{Acte: "r1", Le: j(11, 18), Par: "Luc Accueil", Motif: "appel de l'assurée"}, {Acte: "r2", Le: j(11, 19), Par: "Luc Accueil", Motif: "second appel"}}},
		{Genre: suivi.Promesse, Acteur: "agent:Luc Accueil", Depuis: j(11, 2), Echeance: j(11, 5), Phrase: "Luc Accueil a promis pour le 5 novembre 2026 : rappeler.",
			Appels: []suivi.Appel{{Acte: "p1", Le: j(11, 2), Par: "Luc Accueil", Motif: "rappeler"}}, FaiteLe: j(11, 5), FaitePar: "Luc Accueil", Suite: "rappelée"},
	}
}

// correction takes back a day that left the calendar and raises two others.
func correction() *paiement.Ordre {
	o := ordre(ordreCorr, dossierLong, ligneRoute, registre.Assure, paiement.Emis, j(11, 6), j(10, 11), j(10, 11), 1387)
	l := &o.Lignes[0]
	l.Racine = "EMISROUTEABCDEFGHIJK-1"
	l.Jours = append(l.Jours, paiement.JourLigne{Jour: j(10, 12), Brut: 700}, paiement.JourLigne{Jour: j(9, 13), Brut: 1387})
	l.Periode = v.P(j(9, 13), j(10, 12))
	l.Brut, l.CSG, l.CSGDeductible, l.CRDS, l.Imposable, l.Net = 3474, 215, 132, 17, 3342, 3242
	o.Total = l.Prelevements
	return o
}
