package suivi

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

// Unite is how a time limit is counted.
type Unite string

const (
	Jours     Unite = "jours"     // of the calendar, the first one not counted
	Ouvres    Unite = "ouvres"    // Monday to Friday, without public holidays
	Ouvrables Unite = "ouvrables" // Monday to Saturday, without public holidays
	Francs    Unite = "francs"    // neither the first day nor the last is counted
	Mois      Unite = "mois"
	Annees    Unite = "annees"
	FinMois   Unite = "fin_mois"  // end of the n-th month after
	FinAnnee  Unite = "fin_annee" // 31 December of the n-th year after
)

// comptes says how each unit counts n from a day, on a calendar.
var comptes = map[Unite]func(c droit.Calendrier, j v.Jour, n int) v.Jour{
	Jours:     func(_ droit.Calendrier, j v.Jour, n int) v.Jour { return j + v.Jour(n) },
	Ouvres:    droit.Calendrier.AjouterOuvres,
	Ouvrables: droit.Calendrier.AjouterOuvrables,
	Francs:    func(_ droit.Calendrier, j v.Jour, n int) v.Jour { return droit.DernierFranc(j, n) },
	Mois:      func(_ droit.Calendrier, j v.Jour, n int) v.Jour { return j.AjouterMois(n) },
	Annees:    func(_ droit.Calendrier, j v.Jour, n int) v.Jour { return j.AjouterAnnees(n) },
	FinMois:   func(_ droit.Calendrier, j v.Jour, n int) v.Jour { return j.DebutMois().AjouterMois(n).FinMois() },
	FinAnnee:  func(_ droit.Calendrier, j v.Jour, n int) v.Jour { return v.NewJour(j.Annee()+n, 12, 31) },
}

// Echelon is a rung of the hierarchy to which a clock that ran out is carried.
type Echelon struct {
	Jours int    // after the last day
	A     string // «cadre», «directeur», «comptable», «juridique»
}

// echelons says to whom, in words.
var echelons = map[string]string{
	"cadre": "au cadre du service", "directeur": "au directeur", "comptable": "au directeur comptable", "juridique": "au service juridique",
}

// Horloge is one dated row of the table of clocks.
type Horloge struct {
	Code         string
	Depart       string // what starts it
	Duree        int
	Unite        Unite
	Alerte       int    // days before the last one from which it is near; negative: never
	Du, Au       v.Jour // first and last start that the row is for; zero: no bound
	Responsable  string // whose the days of waiting are
	Echelons     []Echelon
	Source       string
	VraiEncoreLe v.Jour
}

// departs are what the program knows the day of, and from which a clock runs. The others
// of the table wait for facts that nothing receives yet: they are known, and do not run.
var departs = []string{
	"feuille_recue", "certificat_recu", "paiement_at_echu", "paiement_echu", "dernier_paiement", "a_signer", "question", "sans_reponse", "tire_au_sort", "controle",
	"signalement", "reclamation", "rendu_a_progres", "piece_arrivee", "recours_recu",
	"demande_recue", "piece_renvoyee", "indu_paye", "suspension", "suspension_notifiee", "demande_examen",
	"lettre_partie", "decision_notifiee", "decision_cra_notifiee", "indu_notifie", "plan_demande", "plan_conclu", "remise_demandee", "rectification_demandee", "rejet_implicite", "rejet_notifie", "derniere_trace",
}

// Court reports whether the program starts the clock: one whose start it knows, or the
// time that the law leaves for a question.
func (h *Horloge) Court() bool {
	if h.Code == "REPRISE_FRAUDE" {
		return false // the same start, told of no fraud
	}
	return slices.Contains(departs, h.Depart) || slices.Contains(instructions, h.Code)
}

// instructions are the clocks of a recognition that the program starts: not those of its
// intermediate steps, which nobody declares.
var instructions = []string{dossier.QuestionReconnaissanceAT, "RECONNAISSANCE_AT_ENQUETE", dossier.QuestionReconnaissanceMP}

// interroge stands for whoever is asked, in the table.
const interroge = "interroge"

//go:embed horloges.csv
var horlogesCSV string

var horloges = chargerHorloges(horlogesCSV)

// Horloges lists the table, in its order.
func Horloges() []Horloge { return slices.Clone(horloges) }

// chargerHorloges reads the table of clocks. It is part of the program: a table
// that cannot be read is a fault of the build, and stops it.
func chargerHorloges(texte string) []Horloge {
	var hs []Horloge
	for n, l := range lireTable("horloges.csv", texte, 11) {
		h, err := lireHorloge(l)
		if err != nil {
			panic(fmt.Sprintf("suivi: horloges.csv, rangée %d (%s) : %v", n+1, l[0], err))
		}
		hs = append(hs, h)
	}
	return hs
}

func lireTable(nom, texte string, colonnes int) [][]string {
	r := csv.NewReader(strings.NewReader(texte))
	r.Comma, r.Comment, r.FieldsPerRecord = ';', '#', colonnes
	lignes, err := r.ReadAll()
	if err != nil {
		panic("suivi: " + nom + ": " + err.Error())
	}
	return lignes[1:]
}

func lireHorloge(l []string) (h Horloge, err error) {
	h = Horloge{Code: l[0], Depart: l[1], Unite: Unite(l[3]), Alerte: -1, Responsable: l[7], Source: strings.TrimSpace(l[9])}
	if h.Duree, err = strconv.Atoi(l[2]); err != nil || h.Duree < 0 {
		return h, fmt.Errorf("durée «%s», attendu un nombre", l[2])
	}
	if comptes[h.Unite] == nil {
		return h, fmt.Errorf("unité «%s» inconnue", h.Unite)
	}
	if l[4] != "" {
		if h.Alerte, err = strconv.Atoi(l[4]); err != nil || h.Alerte < 0 {
			return h, fmt.Errorf("alerte «%s», attendu un nombre de jours", l[4])
		}
	}
	if h.Du, h.Au, err = lireBornes(l[5], l[6]); err != nil {
		return h, err
	}
	if l[8] != "" {
		for _, e := range strings.Split(l[8], ",") {
			jours, a, _ := strings.Cut(e, ":")
			n, err := strconv.Atoi(jours)
			if err != nil || echelons[a] == "" {
				return h, fmt.Errorf("échelon «%s», attendu JOURS:QUI", e)
			}
			h.Echelons = append(h.Echelons, Echelon{n, a})
		}
	}
	h.VraiEncoreLe, err = v.ParseJour(l[10])
	return h, err
}

func lireBornes(du, au string) (d, a v.Jour, err error) {
	if du != "" {
		if d, err = v.ParseJour(du); err != nil {
			return d, a, err
		}
	}
	if au != "" {
		a, err = v.ParseJour(au)
	}
	return d, a, err
}

// HorlogeDe returns the row of a clock for a start on a day.
func HorlogeDe(code string, depuis v.Jour) (Horloge, bool) {
	i := slices.IndexFunc(horloges, func(h Horloge) bool {
		return h.Code == code && h.Du <= depuis && (h.Au == 0 || depuis <= h.Au)
	})
	if i < 0 {
		return Horloge{}, false
	}
	return horloges[i], true
}

// horlogeDe returns a row that must exist: an unknown clock is a fault of the program.
func horlogeDe(code string, depuis v.Jour) Horloge {
	h, ok := HorlogeDe(code, depuis)
	if !ok {
		panic("suivi: horloge «" + code + "» inconnue au " + depuis.String())
	}
	return h
}

// Delai returns how much a clock counts, in its own unit.
func Delai(code string, le v.Jour) int { return horlogeDe(code, le).Duree }

// Echeance returns the last day of a clock started on a day, on the calendar of
// the metropolitan departments: see [EcheanceDans].
func Echeance(code string, depuis v.Jour) v.Jour {
	return EcheanceDans(droit.Calendrier{}, code, depuis)
}

// EcheanceDans returns the last day of a clock started on a day, where working
// days are those of a calendar.
func EcheanceDans(c droit.Calendrier, code string, depuis v.Jour) v.Jour {
	h := horlogeDe(code, depuis)
	return h.Dernier(c, depuis)
}

// Dernier returns the last day of the clock when it starts on a day.
func (h *Horloge) Dernier(c droit.Calendrier, depuis v.Jour) v.Jour {
	return comptes[h.Unite](c, depuis, h.Duree)
}
