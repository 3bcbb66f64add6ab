package sim

import (
	"accord/droit"
	v "accord/valeur"
)

var (
	dureesInitiales = []int{3, 4, 5, 7, 8, 10, 14, 15, 21, 28, 30, maxInitiale}
	dureesSuites    = []int{7, 14, 15, 21, 28, 30, 31, 45, 60, maxProlongation}
)

// prescriptions cuts an arrêt into what doctors prescribe, within the ceilings.
func (a alea) prescriptions(debut v.Jour, total int) []prescription {
	fin := debut + v.Jour(total) - 1
	premiere := min(total, maxInitiale)
	if total > 15 || !a.chance(partUneSeule) {
		premiere = min(premiere, choisir(a, dureesInitiales))
	}
	ps := []prescription{a.prescription(droit.Initial, debut, v.P(debut, debut+v.Jour(premiere)-1))}
	for {
		precedente := ps[len(ps)-1].periode
		if precedente.Au >= fin {
			return ps
		}
		du := precedente.Au + 1
		if precedente.Au.JourSemaine() == 5 && a.chance(partApresWeekEnd) {
			du += 2 // the doctor is seen on Monday, and prescribes from that day
		}
		au := min(fin, du+v.Jour(min(choisir(a, dureesSuites), maxProlongation))-1)
		le := du
		if du == precedente.Au+1 {
			le = max(precedente.Du, precedente.Au-v.Jour(a.IntN(2)))
			if le.JourSemaine() == 7 && le > precedente.Du {
				le--
			}
		}
		ps = append(ps, a.prescription(droit.Prolongation, le, v.P(du, max(du, au))))
	}
}

// prescription draws how an avis travels.
func (a alea) prescription(n droit.NatureArret, le v.Jour, p v.Periode) prescription {
	x := prescription{periode: p, nature: n, prescritLe: le, envoyeLe: le, recuLe: le, electronique: a.chance(partElectronique), prescripteur: droit.MedecinTraitant}
	if n == droit.Initial {
		x.tele = a.chance(partTeleconsultation)
		if !x.tele && a.chance(partHospitalise) {
			x.hospi, x.prescripteur = true, droit.Hospitalier
		}
	} else if a.chance(100) {
		x.prescripteur = droit.PrescripteurInitial
	}
	if x.electronique {
		if a.chance(partAvisLendemain) {
			x.recuLe++
		}
		return x
	}
	x.envoyeLe += v.Jour(a.entre(0, 2))
	x.recuLe = x.envoyeLe + v.Jour(a.entre(2, 5))
	return x
}
