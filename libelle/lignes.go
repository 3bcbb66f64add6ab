package libelle

import "strconv"

// Lignes gives the place of something in its file, after its name: «, ligne 12»,
// «, lignes 12 à 48», or nothing.
func Lignes(du, au int) string {
	switch {
	case du <= 0:
		return ""
	case au <= du:
		return ", ligne " + strconv.Itoa(du)
	}
	return ", lignes " + strconv.Itoa(du) + " à " + strconv.Itoa(au)
}
