package calcul

// plusProche returns the word that a slip of the hand turned into mot, or
// nothing when none is near: at most one error for four letters.
func plusProche(mot string, mots []string) string {
	meilleur, distance := "", len(mot)/4+1
	if len(mot) > 40 {
		return ""
	}
	for _, m := range mots {
		if d := ecartMots(mot, m); d <= distance && (meilleur == "" || d < distance) {
			meilleur, distance = m, d
		}
	}
	return meilleur
}

// ecartMots is Levenshtein's distance, in bytes.
func ecartMots(a, b string) int {
	ligne := make([]int, len(b)+1)
	for j := range ligne {
		ligne[j] = j
	}
	for i := range len(a) {
		diagonale := ligne[0]
		ligne[0] = i + 1
		for j := range len(b) {
			cout := diagonale
			if a[i] != b[j] {
				cout++
			}
			diagonale = ligne[j+1]
			ligne[j+1] = min(cout, diagonale+1, ligne[j]+1)
		}
	}
	return ligne[len(b)]
}
